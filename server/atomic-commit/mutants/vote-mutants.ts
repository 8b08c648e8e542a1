import type { Mutant } from './mutant';

/** Bugs about votes and about what makes them durable. */
export const voteMutants: Mutant[] = [
  {
    name: 'late-prepare-after-abort',
    bug: 'a PREPARE that comes after the abort takes the seats',
    file: 'participant.ts',
    find: "row.promised > 0 || row.decision !== null || row.participantState !== 'none'",
    replace: 'row.promised > 0',
  },
  {
    name: 'refusal-keeps-seats',
    bug: 'a no leaves behind what was already taken',
    file: 'perform.ts',
    find: 'throw new Declined(vote)',
    replace: 'return vote',
  },
  {
    name: 'silence-is-yes',
    bug: 'a participant that did not answer counts as prepared',
    file: 'prepare-phase.ts',
    find: 'if (vote === null)',
    replace: "if (vote === null) vote = { kind: 'yes' };\n  if (false)",
  },
  {
    name: 'id-with-other-content',
    bug: 'a message with other content under a known id is believed',
    file: 'transaction.ts',
    find: "return isSame ? null : 'a global transaction keeps its content'",
    replace: 'return null',
  },
  {
    name: 'commit-without-vote',
    bug: 'a participant commits what it has never voted for',
    file: 'acceptor.ts',
    find: '&& !isExcused ? unvoted : null',
    replace: '&& !isExcused ? null : null',
  },
  {
    name: 'anybody-aborts',
    bug: 'an ABORT is believed whoever sends it',
    file: 'acceptor.ts',
    find: 'if (known.coordinator !== event.coordinator)',
    replace: 'if (false)',
  },
];
