import type { Decision } from '@/db/schema/global-transactions';
import { invariant } from '../assert';
import type { EventOf, Reply, Step } from './events';
import {
  bindingBrokenBy,
  type GlobalTransaction,
  newTransaction,
  oneAcknowledgementDecides,
  type Self,
} from './transaction';

/**
 * T4: ACCEPT(ballot, value). The proposer's own acceptance was durable before the message left, so with this one a
 * majority of three holds the value and it is decided; with more members the acceptor waits until it is told.
 */
export function onAccept(self: Self, row: GlobalTransaction | null, event: EventOf<'accept'>): Step {
  const rule = ruleBrokenBy(self, row, event);
  if (rule) return { row, reply: { kind: 'alarm', rule } };
  const known = row ?? newTransaction(event.manifest.globalTransactionId, event.manifest.coordinator);
  if (known.decision !== null) {
    return known.decision === event.value
      ? { row: known, reply: { kind: 'ack', decision: known.decision } }
      : { row, reply: nack(known) };
  }
  const isRepeated = known.accepted?.ballot === event.ballot;
  const hasOtherValue = isRepeated && known.accepted?.value !== event.value;
  if (known.promised > event.ballot || hasOtherValue) return { row, reply: nack(known) };
  const accepted: GlobalTransaction = {
    ...known,
    manifest: event.manifest,
    manifestHash: event.manifestHash,
    promised: event.ballot,
    accepted: { ballot: event.ballot, value: event.value },
  };
  const isDecided = event.decided || oneAcknowledgementDecides(self);
  if (!isDecided) return { row: isRepeated ? known : accepted, reply: { kind: 'ack', decision: null } };
  return { ...applied(self, accepted, event.value), reply: { kind: 'ack', decision: event.value } };
}

const unvoted = 'nothing is committed without this participant’s vote';

/** A commit for a participant that has no memory of its yes means that somebody lost memory or lies. */
function ruleBrokenBy(self: Self, row: GlobalTransaction | null, event: EventOf<'accept'>): string | null {
  const rule = bindingBrokenBy(row, event);
  if (rule) return rule;
  const state = row?.participantState ?? 'none';
  const hasMovedOn = state === 'none' && row !== null && row.promised > event.ballot;
  const isExcused = state === 'prepared' || state === 'sold' || state === 'freed' || hasMovedOn;
  const isAsked = event.value === 'commit' && event.manifest.participants.includes(self.airline);
  return isAsked && !isExcused ? unvoted : null;
}

function nack(row: GlobalTransaction): Reply {
  return { kind: 'nack', promised: row.promised, accepted: row.accepted, decision: row.decision };
}

/** ABORT: the coordinator has decided. Before any PREPARE it leaves a tombstone, so that a late PREPARE is refused. */
export function onAbort(self: Self, row: GlobalTransaction | null, event: EventOf<'abort'>): Step {
  const known = row ?? newTransaction(event.globalTransactionId, event.coordinator);
  if (known.coordinator !== event.coordinator)
    return { row, reply: { kind: 'alarm', rule: 'only the coordinator aborts' } };
  return onLearn(self, known, 'abort');
}

/** T6: a decision seen elsewhere. Write-once: a contradiction is an alarm, never an overwrite. */
export function onLearn(self: Self, row: GlobalTransaction | null, decision: Decision): Step {
  invariant(row, 'a decision is learnt for a row');
  if (row.decision === decision) return { row, reply: { kind: 'ack', decision } };
  if (row.decision !== null) return { row, reply: { kind: 'alarm', rule: 'a decision is written once' } };
  const isParticipant = row.manifest?.participants.includes(self.airline) === true;
  if (decision === 'commit' && isParticipant && row.participantState !== 'prepared')
    return { row, reply: { kind: 'alarm', rule: unvoted } };
  return { ...applied(self, row, decision), reply: { kind: 'ack', decision } };
}

/** The decision reaches the inventory: prepared becomes sold or freed, and the coordinator's customer gets an answer. */
function applied(self: Self, row: GlobalTransaction, decision: Decision): Step {
  const isCoordinator = row.coordinator === self.airline;
  const isPrepared = row.participantState === 'prepared';
  const closed = decision === 'commit' ? 'sold' : 'freed';
  const mayBeAsked = row.manifest?.participants.includes(self.airline) ?? true;
  const isTombstone = decision === 'abort' && row.participantState === 'none' && !isCoordinator && mayBeAsked;
  const decided: GlobalTransaction = {
    ...row,
    decision,
    participantState: isPrepared || isTombstone ? closed : row.participantState,
    coordinatorState: isCoordinator ? 'done' : row.coordinatorState,
  };
  // A commit is news for every airline, witness too; an abort only for who has something to undo or to answer.
  const concerned = decision === 'commit' || isPrepared || isCoordinator;
  return concerned ? { row: decided, work: decision } : { row: decided };
}
