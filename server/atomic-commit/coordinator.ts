import { invariant } from '../assert';
import type { EventOf, Step } from './events';
import {
  type GlobalTransaction,
  isMajority,
  newTransaction,
  type Self,
  type VoteRefusal,
} from './transaction';

/** T1: the customer buys. A row that is already there is somebody's repetition and stays as it is. */
export function onBegin(self: Self, row: GlobalTransaction | null, event: EventOf<'begin'>): Step {
  if (row) return { row };
  const { manifest, manifestHash, privateWork, prepareOwn, refusal } = event;
  invariant(manifest.coordinator === self.airline, 'only the coordinator begins its transaction');
  const begun: GlobalTransaction = {
    ...newTransaction(manifest.globalTransactionId, self.airline),
    manifest,
    manifestHash,
    privateWork,
    coordinatorState: 'preparing',
  };
  if (refusal) return onGiveUp(begun, refusal);
  return prepareOwn ? { row: begun, work: 'prepare' } : { row: begun };
}

/**
 * T3: all voted yes. From here the coordinator can no longer abort alone; if a recovery ballot has begun meanwhile, it
 * has lost ballot 0 and aborts instead.
 */
export function onAllPrepared(self: Self, row: GlobalTransaction | null): Step {
  invariant(row, 'votes belong to a row');
  if (row.coordinatorState !== 'preparing') return { row };
  const isParticipant = row.manifest?.participants.includes(self.airline) === true;
  invariant(!isParticipant || row.participantState === 'prepared', 'the coordinator’s own vote is among all');
  if (row.promised > 0) return onGiveUp(row, { code: 'AIRLINE_OFFLINE' });
  return { row: { ...row, coordinatorState: 'committing', accepted: { ballot: 0, value: 'commit' } } };
}

/** Tabort: allowed as long as the coordinator has not accepted commit. */
export function onGiveUp(row: GlobalTransaction | null, refusal: VoteRefusal): Step {
  invariant(row, 'giving up needs a row');
  if (row.coordinatorState !== 'preparing') return { row };
  const isPrepared = row.participantState === 'prepared';
  return {
    row: {
      ...row,
      coordinatorState: 'done',
      participantState: isPrepared ? 'freed' : row.participantState,
      decision: 'abort',
      refusal,
    },
    work: 'abort',
  };
}

/**
 * T5: with the coordinator's own acceptance a majority holds commit; later acknowledgements are only noted. Where one
 * does not decide, acknowledgements of the acceptance end with the decision, which is then told and acknowledged anew.
 */
export function onAcknowledge(
  self: Self,
  row: GlobalTransaction | null,
  { from, decided }: EventOf<'acknowledged'>,
): Step {
  const hasProposed = row?.coordinatorState === 'committing' || row?.coordinatorState === 'done';
  invariant(row && hasProposed, 'only what was proposed is acknowledged');
  if (row.decision === 'abort')
    return decided ? { row, reply: { kind: 'alarm', rule: 'a decision is written once' } } : { row };
  const isStale = row.decision === 'commit' && !decided;
  if (isStale || row.acknowledged.includes(from)) return { row };
  const noted: GlobalTransaction = { ...row, acknowledged: [...row.acknowledged, from] };
  if (row.decision !== null) return { row: noted };
  if (decided) return { row: decidedCommit({ ...noted, acknowledged: [from] }), work: 'commit' };
  if (!isMajority(noted.acknowledged.length + 1, self.members)) return { row: noted };
  return { row: decidedCommit({ ...noted, acknowledged: [] }), work: 'commit' };
}

function decidedCommit(row: GlobalTransaction): GlobalTransaction {
  const participantState = row.participantState === 'prepared' ? 'sold' : row.participantState;
  return { ...row, coordinatorState: 'done', participantState, decision: 'commit' };
}
