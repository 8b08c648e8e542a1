import { invariant } from '../assert';
import { onGiveUp } from './coordinator';
import type { EventOf, Step, Vote } from './events';
import {
  bindingBrokenBy,
  type GlobalTransaction,
  isOnlyParticipant,
  newTransaction,
  type Self,
} from './transaction';

/**
 * T2: asked to prepare. A tombstone answers no for ever, a promise to a recovery ballot forbids a vote, and a repeated
 * PREPARE gets the first answer again.
 */
export function onPrepare(self: Self, row: GlobalTransaction | null, event: EventOf<'prepare'>): Step {
  const { manifest, manifestHash, privateWork } = event;
  const binding = { manifest, manifestHash };
  const rule = bindingBrokenBy(row, { coordinator: manifest.coordinator, binding });
  if (rule) return { row, reply: { kind: 'alarm', rule } };
  if (row?.participantState === 'prepared' || row?.participantState === 'sold') {
    return { row, reply: { kind: 'vote', vote: { kind: 'yes' } } };
  }
  const closed = row && (row.promised > 0 || row.decision !== null || row.participantState !== 'none');
  if (closed) {
    const refusal = row.refusal ?? { code: 'SEAT_CONTESTED', airline: self.airline };
    return { row, reply: { kind: 'vote', vote: { kind: 'no', refusal } } };
  }
  const known = row ?? newTransaction(manifest.globalTransactionId, manifest.coordinator);
  return { row: { ...known, ...binding, privateWork }, work: 'prepare' };
}

/** The coordinator takes its own seats when its turn comes; too late once it has decided or promised a recovery ballot. */
export function onPrepareOwn(row: GlobalTransaction | null): Step {
  invariant(row, 'a coordinator prepares only what it has begun');
  if (row.coordinatorState !== 'preparing' || row.participantState !== 'none') return { row };
  return row.promised > 0 ? onGiveUp(row, { code: 'AIRLINE_OFFLINE' }) : { row, work: 'prepare' };
}

/** The work has voted, in the same `tx`: yes binds this airline until a decision, no is a tombstone. */
export function onVoted(self: Self, row: GlobalTransaction | null, vote: Vote): Step {
  invariant(row, 'a vote belongs to a row');
  if (vote.kind === 'yes') {
    const prepared: GlobalTransaction = { ...row, participantState: 'prepared' };
    return isOnlyParticipant(self, prepared)
      ? commitAlone(prepared)
      : { row: prepared, reply: { kind: 'vote', vote } };
  }
  if (row.coordinator === self.airline) return onGiveUp(row, vote.refusal);
  // A commit needs this airline's yes, so its no already is the decision.
  const refused: GlobalTransaction = {
    ...row,
    participantState: 'refused',
    decision: 'abort',
    refusal: vote.refusal,
  };
  return { row: refused, reply: { kind: 'vote', vote } };
}

/** P = {K}: T1 and T5 are one `tx` and nobody else need be alive. */
function commitAlone(row: GlobalTransaction): Step {
  return {
    row: {
      ...row,
      coordinatorState: 'done',
      participantState: 'sold',
      accepted: { ballot: 0, value: 'commit' },
      decision: 'commit',
    },
    work: 'commit',
    reply: { kind: 'vote', vote: { kind: 'yes' } },
  };
}
