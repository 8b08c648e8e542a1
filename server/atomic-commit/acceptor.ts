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
 * T8, and T7 where the ballot's owner asks itself: promises to accept nothing below `ballot`. A decision is told
 * instead, and a ballot that is not above what was promised is refused.
 */
export function onPromise(row: GlobalTransaction | null, event: EventOf<'promise'>): Step {
  const { ballot, globalTransactionId, coordinator } = event;
  const rule = bindingBrokenBy(row, { coordinator, binding: null });
  if (rule) return { row, reply: { kind: 'alarm', rule } };
  const known = row ?? newTransaction(globalTransactionId, coordinator);
  const { accepted, decision } = known;
  if (decision !== null) return { row, reply: { kind: 'promised', accepted, decision } };
  if (ballot <= known.promised) return { row, reply: nack(known) };
  return { row: { ...known, promised: ballot }, reply: { kind: 'promised', accepted, decision } };
}

/**
 * T9: the owner of a ballot accepts the value before it asks the others to; refused when a higher ballot has got its
 * promise meanwhile, or another process of this airline has.
 */
export function onPropose(self: Self, row: GlobalTransaction | null, event: EventOf<'propose'>): Step {
  invariant(row, 'a proposer has promised its own ballot');
  const { ballot, value, binding } = event;
  if (row.decision !== null || row.promised !== ballot) return { row, reply: nack(row) };
  const rule = ruleBrokenBy(self, row, { ...event, coordinator: row.coordinator, decided: false });
  if (rule) return { row, reply: { kind: 'alarm', rule } };
  return {
    row: { ...row, ...binding, accepted: { ballot, value } },
    reply: { kind: 'ack', decision: null },
  };
}

/**
 * T4, T10: ACCEPT(ballot, value). The proposer's own acceptance was durable before the message left, so with this one a
 * majority of three holds the value and it is decided; with more members the acceptor waits until it is told.
 */
export function onAccept(self: Self, row: GlobalTransaction | null, event: EventOf<'accept'>): Step {
  const rule = ruleBrokenBy(self, row, event);
  if (rule) return { row, reply: { kind: 'alarm', rule } };
  const { ballot, value, binding } = event;
  const known = row ?? newTransaction(event.globalTransactionId, event.coordinator);
  if (known.decision !== null) {
    return known.decision === value
      ? { row: known, reply: { kind: 'ack', decision: known.decision } }
      : { row, reply: nack(known) };
  }
  // Who is told a decision need not be free to accept it.
  if (event.decided)
    return { ...applied(self, { ...known, ...binding }, value), reply: { kind: 'ack', decision: value } };
  const isRepeated = known.accepted?.ballot === ballot;
  const hasOtherValue = isRepeated && known.accepted?.value !== value;
  if (known.promised > ballot || hasOtherValue) return { row, reply: nack(known) };
  const accepted: GlobalTransaction = {
    ...known,
    ...binding,
    promised: ballot,
    accepted: { ballot, value },
  };
  if (!oneAcknowledgementDecides(self))
    return { row: isRepeated ? known : accepted, reply: { kind: 'ack', decision: null } };
  return { ...applied(self, accepted, value), reply: { kind: 'ack', decision: value } };
}

const unvoted = 'nothing is committed without this participant’s vote';

type Proposal = Omit<EventOf<'accept'>, 'kind' | 'globalTransactionId'>;

/** A commit for a participant that has no memory of its yes means that somebody lost memory or lies. */
function ruleBrokenBy(self: Self, row: GlobalTransaction | null, proposal: Proposal): string | null {
  const rule = bindingBrokenBy(row, proposal);
  if (rule) return rule;
  if (proposal.value === 'abort')
    return proposal.ballot === 0 && !proposal.decided ? 'nobody proposes abort at ballot 0' : null;
  const manifest = proposal.binding?.manifest ?? row?.manifest;
  if (!manifest) return 'nothing is committed without its content';
  const state = row?.participantState ?? 'none';
  const hasMovedOn = row !== null && row.promised > proposal.ballot && !proposal.decided;
  const isExcused = state === 'prepared' || state === 'sold' || state === 'freed' || hasMovedOn;
  return manifest.participants.includes(self.airline) && !isExcused ? unvoted : null;
}

function nack(row: GlobalTransaction): Reply {
  return { kind: 'nack', promised: row.promised, accepted: row.accepted, decision: row.decision };
}

/** ABORT: the coordinator has decided. Before any PREPARE it leaves a tombstone, so that a late PREPARE is refused. */
export function onAbort(self: Self, row: GlobalTransaction | null, event: EventOf<'abort'>): Step {
  const known = row ?? newTransaction(event.globalTransactionId, event.coordinator);
  if (known.coordinator !== event.coordinator)
    return { row, reply: { kind: 'alarm', rule: 'only the coordinator aborts' } };
  return onLearn(self, known, { kind: 'learn', decision: 'abort' });
}

/** T6: a decision seen elsewhere. Write-once: a contradiction is an alarm, never an overwrite. */
export function onLearn(self: Self, row: GlobalTransaction | null, event: EventOf<'learn'>): Step {
  invariant(row, 'a decision is learnt for a row');
  const { decision, binding = null } = event;
  if (row.decision === decision) return { row, reply: { kind: 'ack', decision } };
  if (row.decision !== null) return { row, reply: { kind: 'alarm', rule: 'a decision is written once' } };
  const { coordinator, promised: ballot } = row;
  const rule = ruleBrokenBy(self, row, { coordinator, ballot, value: decision, binding, decided: true });
  if (rule) return { row, reply: { kind: 'alarm', rule } };
  return { ...applied(self, { ...row, ...binding }, decision), reply: { kind: 'ack', decision } };
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
