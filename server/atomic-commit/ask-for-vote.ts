import { invariant } from '../assert';
import type { AirlineCode } from '../domain/airline-code';
import { isRefusal } from '../errors';
import { isPeerUnreachable } from '../peers/peers';
import type { Engine } from './engine';
import type { Vote } from './events';
import { prepareProcedure } from './messages';
import type { GlobalTransaction } from './transaction';

/** How long the owner may wait for a contested seat, and how long the answer may take beyond that. */
const maxWaitMs = 1_500;
const answerMs = 2_000;

export type VoteRequest = {
  peer: AirlineCode;
  transaction: GlobalTransaction;
  /** This participant's private share. */
  privateWork: unknown;
  /** What is left of the prepare phase, in milliseconds. */
  leftMs: number;
};

/** A shorter wait at the owner is not worth a message. */
const leastWaitMs = 100;

/**
 * M1: sends PREPARE to one participant, once more when the answer is that an undecided purchase has a seat and time
 * is left: that no is not stored there. Null when there was no readable answer: the peer may or may not be prepared, and
 * learns the outcome by ABORT or by asking.
 */
export async function askForVote(engine: Engine, request: VoteRequest): Promise<Vote | null> {
  const { clock } = engine.airline;
  const deadline = clock.now().getTime() + request.leftMs;
  const vote = await askOnce(engine, request);
  const isContested = vote?.kind === 'no' && vote.refusal.code === 'SEAT_CONTESTED';
  // The owner has waited as long as it was allowed to, whatever a clock says that was set back.
  const leftMs = Math.min(deadline - clock.now().getTime(), request.leftMs - maxWaitMs);
  return isContested && leftMs >= answerMs + leastWaitMs ? askOnce(engine, { ...request, leftMs }) : vote;
}

async function askOnce(
  engine: Engine,
  { peer, transaction, privateWork, leftMs }: VoteRequest,
): Promise<Vote | null> {
  const { manifest, manifestHash } = transaction;
  invariant(manifest && manifestHash, 'a coordinator knows its manifest');
  const timeoutMs = Math.min(maxWaitMs + answerMs, leftMs);
  const waitMs = Math.max(0, timeoutMs - answerMs);
  try {
    const message = { manifest, manifestHash, privateWork: privateWork ?? null, waitMs };
    return await engine.airline.peers.call(peer, prepareProcedure, message, { timeoutMs });
  } catch (error) {
    if (isRefusal(error))
      return { kind: 'no', refusal: { ...error.details, code: error.code, airline: peer } };
    if (!isPeerUnreachable(error)) throw error;
    engine.airline.log('warn', 'no vote', {
      globalTransactionId: transaction.id,
      peer,
      reason: error.reason,
    });
    return null;
  }
}
