import type { Tx } from '@/db/client';
import { invariant } from '../assert';
import type { AirlineCode } from '../domain/airline-code';
import { Refusal } from '../errors';
import { askForVote } from './ask-for-vote';
import { hashOf } from './canonical-json';
import { announce } from './deliver-decision';
import type { Engine } from './engine';
import type { Vote } from './events';
import { finishAfterFault } from './finish-after-fault';
import { giveUp } from './give-up';
import type { Manifest } from './manifest';
import { systemPause } from './pause';
import { perform } from './perform';
import { beginPreparePhase, onVoteReceived, type PreparePhase, type Verdict } from './prepare-phase';
import { type Patience, prepareWithPatience } from './prepare-with-patience';
import { type GlobalTransaction, newTransaction } from './transaction';

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

/** Beyond this an unanswered prepare phase is given up; must stay below the age at which others begin to resolve it. */
const prepareBudgetMs = 4_000;

/**
 * Runs one global transaction to its decision: the coordinator of 2PC-M. It lives on when the caller goes away. A
 * refused transaction is `decided` with decision abort. Throws only when it could not even be begun.
 */
export async function coordinate(engine: Engine, request: CoordinateRequest): Promise<CoordinateOutcome> {
  const begun = await begin(engine, request);
  if (!begun) return { kind: 'replayed' };
  if (begun.decision !== null) return { kind: 'decided', transaction: begun };
  const running = prepareAll(engine, request, begun)
    .then((verdict) => conclude(engine, begun, verdict))
    .catch((error) => {
      engine.airline.log('error', 'coordinator failed', { globalTransactionId: begun.id, error });
      return finishAfterFault(engine, begun.id);
    });
  return answerInTime(engine, running);
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
    { event, before: recordRequest, waitMs: ownWaitMs },
  );
  if (first.kind === 'stepped') return first.step.row;
  if (first.kind === 'replayed') return null;
  // Nothing is stored under the key: the same purchase may come again.
  if (first.refusal.code === 'OVERLOADED') throw new Refusal('OVERLOADED', first.refusal);
  const refused = { ...event, refusal: first.refusal };
  return (await perform(engine, asked.id, { event: refused, before: recordRequest }))?.row ?? null;
}

/** The prepare phase: asks in the order that the pure phase says, until all have voted yes or one has not. */
async function prepareAll(
  engine: Engine,
  { manifest, allHeld, privateWork }: CoordinateRequest,
  begun: GlobalTransaction,
): Promise<Verdict> {
  const { airline } = engine;
  const deadline = airline.clock.now().getTime() + prepareBudgetMs;
  const vote = async (from: AirlineCode): Promise<Vote | null> => {
    const leftMs = deadline - airline.clock.now().getTime();
    if (leftMs <= 0) return null;
    if (from !== airline.code)
      return askForVote(engine, { peer: from, transaction: begun, privateWork: privateWork[from], leftMs });
    return begun.participantState === 'prepared' ? { kind: 'yes' } : voteOwn(engine, begun, leftMs);
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

async function voteOwn(engine: Engine, begun: GlobalTransaction, leftMs: number): Promise<Vote | null> {
  const patience: Patience = { event: { kind: 'prepare-own' }, waitMs: Math.min(ownWaitMs, leftMs) };
  const taken = await prepareWithPatience(engine, begun, patience);
  if (taken.kind === 'no') return taken;
  const row = taken.kind === 'stepped' ? taken.step.row : null;
  if (row?.participantState === 'prepared') return { kind: 'yes' };
  return { kind: 'no', refusal: row?.refusal ?? { code: 'SEAT_CONTESTED', airline: engine.airline.code } };
}

/** T3 or Tabort, then the news to the others. Resolves at the decision, while deliveries go on. */
async function conclude(
  engine: Engine,
  { id }: GlobalTransaction,
  verdict: Verdict,
): Promise<GlobalTransaction> {
  if (verdict.kind === 'give-up') return announce(engine, await giveUp(engine, id, verdict.refusal));
  const taken = await perform(engine, id, { event: { kind: 'all-prepared' } });
  invariant(taken?.row, 'votes belong to a row');
  return announce(engine, taken.row);
}

async function answerInTime(
  { pause = systemPause }: Engine,
  running: Promise<GlobalTransaction>,
): Promise<CoordinateOutcome> {
  const answered = new AbortController();
  const pending = pause(answerWithinMs, answered.signal).then((): CoordinateOutcome => ({ kind: 'pending' }));
  const decided = running.then((transaction): CoordinateOutcome => ({ kind: 'decided', transaction }));
  return Promise.race([decided, pending]).finally(() => answered.abort());
}
