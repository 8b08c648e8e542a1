import type { Mutant } from './mutant';

/** Bugs of acceptors and of recovery ballots. */
export const ballotMutants: Mutant[] = [
  {
    name: 'ballot-0-after-promise',
    bug: 'an acceptor takes ballot 0 after it has promised a higher one',
    file: 'acceptor.ts',
    find: 'if (known.promised > ballot || hasOtherValue)',
    replace: 'if ((ballot > 0 && known.promised > ballot) || hasOtherValue)',
  },
  {
    name: 'promise-not-stored',
    bug: 'a promise is given and not kept',
    file: 'acceptor.ts',
    find: 'row: { ...known, promised: ballot }, reply',
    replace: 'row: known, reply',
  },
  {
    name: 'T9-ignores-promises',
    bug: 'a proposer accepts its own value although it has promised a higher ballot meanwhile',
    file: 'acceptor.ts',
    find: 'if (row.decision !== null || row.promised !== ballot)',
    replace: 'if (row.decision !== null)',
  },
  {
    name: 'acceptance-is-decision-among-five',
    bug: 'an acceptor concludes from its own acceptance although two are no majority',
    file: 'acceptor.ts',
    find: 'if (!oneAcknowledgementDecides(self))',
    replace: 'if (false)',
  },
  {
    name: 'decision-overwritten',
    bug: 'a later decision replaces the first',
    file: 'acceptor.ts',
    find: "if (row.decision !== null) return { row, reply: { kind: 'alarm', rule: 'a decision is written once' } };",
    replace: '',
  },
  {
    name: 'recovery-with-one-promise',
    bug: 'a ballot proposes with nobody’s promise but its own',
    file: 'run-ballot.ts',
    find: "mandate ?? { kind: 'none' }",
    replace: "mandate ?? { kind: 'propose', value: valueToPropose([accepted]), binding: bindingOf(own) }",
  },
  {
    name: 'recovery-ignores-accepted',
    bug: 'a ballot aborts although it has seen an accepted commit',
    file: 'ballot.ts',
    find: "return highest?.value ?? 'abort';",
    replace: "return highest ? 'abort' : 'abort';",
  },
  {
    name: 'recovery-takes-the-lowest',
    bug: 'of several accepted values a ballot proposes the oldest',
    file: 'ballot.ts',
    find: 'best.ballot >= each.ballot',
    replace: 'best.ballot < each.ballot',
  },
  {
    name: 'recovery-invents-commit',
    bug: 'a ballot commits although it has seen nothing accepted',
    file: 'ballot.ts',
    find: "return highest?.value ?? 'abort';",
    replace: "return highest?.value ?? 'commit';",
  },
  {
    name: 'nack-counts-as-acceptance',
    bug: 'a proposer counts who has refused',
    file: 'run-ballot.ts',
    find: "if (answer.kind === 'nack') return answer.decision;\n    if (answer.kind !== 'ack') return null;",
    replace: '',
  },
  {
    name: 'unknown-is-abort',
    bug: 'a peer that knows no decision is read as an abort',
    file: 'resolve.ts',
    find: "return decision === null ? null : ({ kind: 'learn', decision, binding } as const);",
    replace: "return { kind: 'learn', decision: decision ?? 'abort', binding } as const;",
  },
  {
    name: 'frees-by-time-out',
    bug: 'a participant frees what it voted for when nobody answers for long enough',
    file: 'resolve.ts',
    find: 'if (!isMajority(answers + 1, selfOf(engine).members)) return;',
    replace: `if (!isMajority(answers + 1, selfOf(engine).members))
    return void (await perform(engine, row.id, { event: { kind: 'learn', decision: 'abort' } }));`,
  },
];
