import type { Engine } from './engine';
import type { Step } from './events';
import { perform, type Task } from './perform';
import type { GlobalTransaction, VoteRefusal } from './transaction';
import { Contested } from './work';

export type Patience = Task & { waitMs: number };

/**
 * Prepares, and while another undecided transaction has a seat waits for it without holding a connection, up to
 * `waitMs`. When the time is up the answer is a no that is not stored: the same transaction may ask again.
 */
export async function prepareWithPatience(
  engine: Engine,
  transaction: GlobalTransaction,
  { waitMs, ...task }: Patience,
): Promise<{ kind: 'stepped'; step: Step } | { kind: 'replayed' } | { kind: 'no'; refusal: VoteRefusal }> {
  const deadline = engine.airline.clock.now().getTime() + waitMs;
  for (;;) {
    try {
      const step = await perform(engine, transaction.id, task);
      return step ? { kind: 'stepped', step } : { kind: 'replayed' };
    } catch (error) {
      if (!(error instanceof Contested)) throw error;
      const leftMs = deadline - engine.airline.clock.now().getTime();
      if (leftMs <= 0) {
        const { legId, seat } = error;
        return { kind: 'no', refusal: { code: 'SEAT_CONTESTED', airline: engine.airline.code, legId, seat } };
      }
      // A clock that was set back must not make it wait for an hour.
      await engine.work.waitForRelease(transaction, Math.min(leftMs, waitMs));
    }
  }
}
