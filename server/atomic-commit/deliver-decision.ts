import { setTimeout as delay } from 'node:timers/promises';
import { invariant } from '../assert';
import type { AirlineCode } from '../domain/airline-code';
import { type Engine, selfOf } from './engine';
import { abortProcedure, acceptProcedure } from './messages';
import { perform } from './perform';
import type { GlobalTransaction } from './transaction';

/** Resends start at this distance and double up to the cap, each ± 30 % so that peers are not asked in step. */
const firstResendMs = 150;
const maxResendMs = 5_000;
const resendJitter = 0.3;

/** ABORT is a courtesy, since a participant can always ask: it is tried this often, about a minute. */
const abortAttempts = 15;

const answerMs = 2_000;

/**
 * M2 to every other airline, each resent until it acknowledges. Resolves with the row at the moment of the decision,
 * which needs one acknowledgement among three; the remaining deliveries go on.
 */
export function deliverCommit(engine: Engine, transaction: GlobalTransaction): Promise<GlobalTransaction> {
  const { airline, members } = selfOf(engine);
  const others = members.filter((code) => code !== airline && !transaction.acknowledged.includes(code));
  return new Promise((resolve) => {
    if (transaction.decision !== null) resolve(transaction);
    for (const peer of others)
      void resend(engine, peer, () => acceptOnce(engine, peer, transaction, resolve));
  });
}

/** One ACCEPT and its answer; true when this airline need not be asked again. */
async function acceptOnce(
  engine: Engine,
  peer: AirlineCode,
  transaction: GlobalTransaction,
  onDecided: (decided: GlobalTransaction) => void,
): Promise<boolean> {
  const { manifest, manifestHash } = transaction;
  invariant(manifest && manifestHash, 'a coordinator knows its manifest');
  const message = {
    ballot: 0,
    value: 'commit' as const,
    manifest,
    manifestHash,
    decided: transaction.decision === 'commit',
  };
  const answer = await engine.airline.peers.call(peer, acceptProcedure, message, { timeoutMs: answerMs });
  if (answer.kind === 'ack') {
    const { receipt } = answer;
    const noted = await perform(
      engine,
      transaction.id,
      { kind: 'acknowledged', from: peer },
      {
        after: async (tx, row) => {
          if (receipt !== null && receipt !== undefined)
            await engine.work.keepReceipt(tx, row, { from: peer, content: receipt });
        },
      },
    );
    if (noted?.row?.decision) onDecided(noted.row);
    return true;
  }
  if (answer.kind === 'nack' && answer.decision !== null) {
    const learnt = await perform(engine, transaction.id, { kind: 'learn', decision: answer.decision });
    if (learnt?.row?.decision) onDecided(learnt.row);
    return true;
  }
  engine.airline.log('warn', 'not accepted', { globalTransactionId: transaction.id, peer, answer });
  return false;
}

/** ABORT to every participant that may have been asked. */
export function deliverAbort(engine: Engine, transaction: GlobalTransaction): void {
  const others = transaction.manifest?.participants.filter((code) => code !== engine.airline.code) ?? [];
  for (const peer of others) {
    const abortOnce = async () => {
      await engine.airline.peers.call(
        peer,
        abortProcedure,
        { globalTransactionId: transaction.id },
        { timeoutMs: answerMs },
      );
      return true;
    };
    void resend(engine, peer, abortOnce, abortAttempts);
  }
}

/** Tries `once` until it returns true, the process stops, or the attempts are used up. Never throws. */
async function resend(
  engine: Engine,
  peer: AirlineCode,
  once: () => Promise<boolean>,
  attempts = Number.POSITIVE_INFINITY,
): Promise<void> {
  const { airline } = engine;
  for (let attempt = 0; attempt < attempts && !airline.stopping.aborted; attempt++) {
    try {
      if (await once()) return;
    } catch (error) {
      if (attempt === 0)
        airline.log('warn', 'decision not delivered, will resend', { peer, error: String(error) });
    }
    const steps = Math.min(firstResendMs * 2 ** attempt, maxResendMs);
    const jitter = 1 - resendJitter + (2 * resendJitter * airline.ids.randomIndex(1_000)) / 1_000;
    await delay(steps * jitter, undefined, { signal: airline.stopping, ref: false }).catch(() => undefined);
  }
}
