import type { Tx } from '@/db/client';
import type { AirlineCode } from '../domain/airline-code';
import { askForVote } from './ask-for-vote';
import { hashOf } from './canonical-json';
import { deliverAbort, deliverCommit } from './deliver-decision';
import { type Engine, selfOf } from './engine';
import type { Vote } from './events';
import type { Manifest } from './manifest';
import { perform } from './perform';
import { beginPreparePhase, onVoteReceived, type PreparePhase, type Verdict } from './prepare-phase';
import { type Patience, prepareWithPatience } from './prepare-with-patience';
import { type GlobalTransaction, newTransaction, type VoteRefusal } from './transaction';
import { findTransaction } from './transaction-log';

export type CoordinateRequest = {
  manifest: Manifest;
  /** Each participant's private share, sent to it alone. */
  privateWork: Partial<Record<AirlineCode, unknown>>;
  /** True when this customer already holds every seat: then all participants are asked at once. */
  allHeld: boolean;
  /** Records the customer's idempotency key in the first `tx`; false when somebody already did. */
  recordRequest(tx: Tx): Promise<boolean>;
};

export type CoordinateOutcome =
  | { kind: 'decided'; transaction: GlobalTransaction }
  | { kind: 'replayed' }
  | { kind: 'pending' };

/** Beyond this the customer is told "pending"; the transaction goes on without them. */
const answerWithinMs = 8_000;

/** How long the coordinator waits for a contested seat of its own, as it lets the others wait. */
const ownWaitMs = 1_500;

/**
 * Runs one global transaction to its decision: the coordinator of 2PC-M. It lives on when the caller goes away. A
 * refused transaction is `decided` with decision abort. Throws only for faults of this airline's own database.
 */
export async function coordinate(engine: Engine, request: CoordinateRequest): Promise<CoordinateOutcome> {
  const begun = await begin(engine, request);
  if (!begun) return { kind: 'replayed' };
  if (begun.decision !== null) return { kind: 'decided', transaction: begun };
  const running = prepareAll(engine, request, begun).then((verdict) => conclude(engine, begun, verdict));
  running.catch((error) =>
    engine.airline.log('error', 'coordinator failed', { globalTransactionId: begun.id, error }),
  );
  return within(running, answerWithinMs);
}

function isOwnTurnFirst({ airline }: Engine, { manifest, allHeld }: CoordinateRequest): boolean {
  return allHeld ? manifest.participants.includes(airline.code) : manifest.participants[0] === airline.code;
}

/** T1. A contested seat of our own is waited for; if that fails, the refusal is stored under the same key. */
async function begin(engine: Engine, request: CoordinateRequest): Promise<GlobalTransaction | null> {
  const { manifest, privateWork, recordRequest } = request;
  const { airline } = engine;
  const event = {
    kind: 'begin' as const,
    manifest,
    manifestHash: hashOf(manifest),
    privateWork: privateWork[airline.code] ?? null,
    prepareOwn: isOwnTurnFirst(engine, request),
  };
  const asked = newTransaction(manifest.globalTransactionId, airline.code);
  const first = await prepareWithPatience(
    engine,
    { ...asked, manifest },
    { event, waitMs: ownWaitMs, extra: { before: recordRequest } },
  );
  if (first.kind === 'stepped') return first.step.row;
  if (first.kind === 'replayed') return null;
  const recorded = await perform(
    engine,
    asked.id,
    { ...event, prepareOwn: false },
    { before: recordRequest },
  );
  return recorded ? giveUp(engine, asked.id, first.refusal) : null;
}

async function giveUp(engine: Engine, id: string, refusal: VoteRefusal): Promise<GlobalTransaction | null> {
  return (await perform(engine, id, { kind: 'give-up', refusal }))?.row ?? null;
}

/** The prepare phase: asks in the order that the pure phase says, until all have voted yes or one has not. */
async function prepareAll(
  engine: Engine,
  { manifest, allHeld, privateWork }: CoordinateRequest,
  begun: GlobalTransaction,
): Promise<Verdict> {
  const vote = (airline: AirlineCode): Promise<Vote | null> => {
    if (airline !== engine.airline.code)
      return askForVote(engine, { peer: airline, transaction: begun, privateWork: privateWork[airline] });
    return begun.participantState === 'prepared' ? Promise.resolve({ kind: 'yes' }) : voteOwn(engine, begun);
  };
  let { phase, verdict } = beginPreparePhase(manifest.participants, allHeld);
  while (verdict.kind === 'ask') ({ phase, verdict } = await collect(phase, verdict.airlines, vote));
  return verdict;
}

/** Counts the votes of one wave as they come in; the first that is not a yes ends it. */
function collect(
  phase: PreparePhase,
  airlines: readonly AirlineCode[],
  vote: (airline: AirlineCode) => Promise<Vote | null>,
): Promise<{ phase: PreparePhase; verdict: Verdict }> {
  return new Promise((resolve, reject) => {
    let current = phase;
    for (const airline of airlines) {
      vote(airline).then((answer) => {
        const counted = onVoteReceived(current, airline, answer);
        current = counted.phase;
        if (counted.verdict.kind !== 'wait') resolve(counted);
      }, reject);
    }
  });
}

async function voteOwn(engine: Engine, begun: GlobalTransaction): Promise<Vote | null> {
  const patience: Patience = { event: { kind: 'prepare-own' }, waitMs: ownWaitMs };
  const taken = await prepareWithPatience(engine, begun, patience);
  if (taken.kind === 'no') return taken;
  const row = taken.kind === 'stepped' ? taken.step.row : null;
  if (row?.participantState === 'prepared') return { kind: 'yes' };
  return { kind: 'no', refusal: row?.refusal ?? { code: 'SEAT_CONTESTED', airline: engine.airline.code } };
}

/** T3 or Tabort, then the news to the others. Resolves at the decision, while deliveries go on. */
async function conclude(
  engine: Engine,
  begun: GlobalTransaction,
  verdict: Verdict,
): Promise<GlobalTransaction> {
  const concluded =
    verdict.kind === 'give-up'
      ? await giveUp(engine, begun.id, verdict.refusal)
      : ((await perform(engine, begun.id, { kind: 'all-prepared' }))?.row ?? null);
  const transaction = concluded ?? begun;
  if (transaction.coordinatorState === 'committing') return deliverCommit(engine, transaction);
  deliverAbort(engine, transaction);
  return transaction;
}

async function within(running: Promise<GlobalTransaction>, limitMs: number): Promise<CoordinateOutcome> {
  let timer: NodeJS.Timeout | undefined;
  const pending = new Promise<CoordinateOutcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'pending' }), limitMs);
  });
  const decided = running.then((transaction): CoordinateOutcome => ({ kind: 'decided', transaction }));
  return Promise.race([decided, pending]).finally(() => clearTimeout(timer));
}

/**
 * At start-up: what this airline coordinated and had not finished. Still preparing → Tabort, because the votes are
 * lost; committing, or committed and not acknowledged by all → the news goes out again.
 */
export async function resumeCoordination(engine: Engine, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const found = await findTransaction(engine.airline.db, id);
    if (found?.coordinator !== selfOf(engine).airline) continue;
    if (found.coordinatorState === 'preparing') {
      const aborted = await giveUp(engine, id, { code: 'AIRLINE_OFFLINE', airline: engine.airline.code });
      if (aborted) deliverAbort(engine, aborted);
    } else if (found.accepted?.value === 'commit' && found.decision !== 'abort') {
      void deliverCommit(engine, found);
    }
  }
}
