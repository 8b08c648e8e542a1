import { invariant } from '../assert';
import { announce } from './deliver-decision';
import type { Engine } from './engine';
import { giveUp } from './give-up';
import { resend } from './resend';
import type { GlobalTransaction } from './transaction';
import { findTransaction } from './transaction-log';

/**
 * At start-up: what this airline coordinated and may not have finished. Still preparing → Tabort, because the votes are
 * lost; committing, or decided and perhaps not known to all → the news goes out again. Ids of others are skipped.
 */
export async function resumeCoordination(engine: Engine, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const row = await abortIfPreparing(engine, id);
    if (row) void announce(engine, row);
  }
}

/**
 * A coordinator met a fault half-way, most likely of its own database, and does not know what became of its last
 * `tx`. It does what a restart would do, as soon as that works. Resolves at the decision.
 */
export function finishAfterFault(engine: Engine, id: string): Promise<GlobalTransaction> {
  return new Promise((resolve) => {
    void resend(engine, { what: 'finishing', globalTransactionId: id }, async () => {
      const row = await abortIfPreparing(engine, id);
      invariant(row, 'a coordinator finishes what it has begun');
      void announce(engine, row).then(resolve);
      return true;
    });
  });
}

/** Null when this airline does not coordinate it. What the row says counts only after it was locked and given up. */
async function abortIfPreparing(engine: Engine, id: string): Promise<GlobalTransaction | null> {
  const { airline } = engine;
  const found = await findTransaction(airline.db, id);
  if (found?.coordinator !== airline.code) return null;
  if (found.coordinatorState !== 'preparing') return found;
  return giveUp(engine, id, { code: 'AIRLINE_OFFLINE', airline: airline.code });
}
