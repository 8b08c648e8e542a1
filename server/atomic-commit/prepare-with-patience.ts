import type { Engine } from './engine';
import type { Step } from './events';
import { perform, type Task } from './perform';
import { type Place, placeThatWaits } from './place';
import type { GlobalTransaction, VoteRefusal } from './transaction';
import { Contested } from './work';

export type Patience = Task & { waitMs: number };

export type Prepared =
  | { kind: 'stepped'; step: Step }
  | { kind: 'replayed' }
  | { kind: 'no'; refusal: VoteRefusal };

/**
 * Prepares when it is this transaction's turn, and while another undecided one has a seat waits without holding a
 * connection, up to `waitMs`. A `no` is not stored: the same transaction may ask again.
 */
export async function prepareWithPatience(
  engine: Engine,
  transaction: GlobalTransaction,
  { waitMs, ...task }: Patience,
): Promise<Prepared> {
  const place = takesNothing(task) ? placeThatWaits(async () => undefined) : engine.work.lineUp(transaction);
  let isPrepared = false;
  try {
    const prepared = await inTurn(engine, {
      place,
      waitMs,
      attempt: () => perform(engine, transaction.id, task),
    });
    isPrepared = prepared.kind === 'stepped' && prepared.step.row?.participantState === 'prepared';
    return prepared;
  } finally {
    place.leave({ isPrepared });
  }
}

/** A coordinator whose turn has not come yet only begins. */
function takesNothing({ event }: Task): boolean {
  return event.kind === 'begin' && !event.prepareOwn;
}

type Attempts = { place: Place; waitMs: number; attempt(): Promise<Step | null> };

async function inTurn({ airline }: Engine, { place, waitMs, attempt }: Attempts): Promise<Prepared> {
  const deadline = airline.clock.now().getTime() + waitMs;
  // A clock that was set back must not make it wait for an hour.
  const leftMs = () => Math.min(deadline - airline.clock.now().getTime(), waitMs);
  for (;;) {
    const refusal = await place.turn(leftMs());
    if (refusal) return { kind: 'no', refusal };
    try {
      const step = await attempt();
      return step ? { kind: 'stepped', step } : { kind: 'replayed' };
    } catch (error) {
      if (!(error instanceof Contested)) throw error;
      const { legId, seat } = error;
      if (leftMs() <= 0)
        return { kind: 'no', refusal: { code: 'SEAT_CONTESTED', airline: airline.code, legId, seat } };
    }
  }
}
