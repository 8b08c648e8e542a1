import { invariant } from '../assert';
import { announce } from './deliver-decision';
import type { Engine } from './engine';
import { giveUp } from './give-up';
import { resend } from './resend';
import type { GlobalTransaction } from './transaction';

/**
 * A coordinator met a fault half-way, most likely of its own database, and does not know what became of its last
 * `tx`. It does what a restart would do, as soon as that works. Resolves at the decision.
 */
export function finishAfterFault(engine: Engine, id: string): Promise<GlobalTransaction> {
  return new Promise((resolve) => {
    void resend(engine, { what: 'finishing', globalTransactionId: id }, async () => {
      const row = await abortIfPreparing(engine, id);
      void announce(engine, row).then(resolve);
      return true;
    });
  });
}

/** What the row says counts only after it was locked and given up. */
export async function abortIfPreparing(engine: Engine, id: string): Promise<GlobalTransaction> {
  const { airline, transactionLog } = engine;
  const found = await transactionLog.find(id);
  invariant(found?.coordinator === airline.code, 'a coordinator finishes what it has begun');
  if (found.coordinatorState !== 'preparing') return found;
  return giveUp(engine, id, { code: 'AIRLINE_OFFLINE', airline: airline.code });
}
