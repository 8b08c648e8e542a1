import type { AirlineCode } from '../../api/airlines';
import { grouped } from '../grouped';
import type { Evidence, Violation } from './evidence';
import type { Sale } from './sales';

/** 1 and 3: a sale's booking stands at its coordinator and at every participant, in the same state; nothing else does. */
export function checkBookings({ bookings }: Evidence, sales: readonly Sale[]): Violation[] {
  const byId = grouped(bookings, ({ id }) => id);
  const known = new Set(sales.map(({ id }) => id));
  const orphaned = bookings
    .filter(({ id }) => !known.has(id))
    .map(({ airline, recordLocator, id }) => ({
      invariant: 1,
      what: `${airline} has booking ${recordLocator} of ${id}, which has sold nothing`,
    }));
  const wrong = sales.flatMap((sale) => {
    const wanted = sale.isCancelled ? 'cancelled' : 'confirmed';
    const stateAt = new Map((byId.get(sale.id) ?? []).map(({ airline, state }) => [airline, state]));
    return holdersOf(sale)
      .filter((airline) => stateAt.get(airline) !== wanted)
      .map((airline) => ({
        invariant: 3,
        what: `booking ${sale.work.recordLocator} is ${wanted}, and at ${airline} ${stateAt.get(airline) ?? 'unknown'}`,
      }));
  });
  return [...orphaned, ...wrong];
}

function holdersOf({ coordinator, participants }: Sale): AirlineCode[] {
  return [...new Set([coordinator, ...participants])];
}
