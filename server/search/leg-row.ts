import type { legs } from '@/db/schema';
import type { Leg } from '@/server/domain/leg';

/** A row of `legs` as the domain says it; which seats are gone is the seat map's concern. */
export function legFromRow(row: typeof legs.$inferSelect): Leg {
  const { origin, destination, changeSeq: _seq, takenSeats: _taken, heldSeats: _held, ...leg } = row;
  return { ...leg, from: origin, to: destination };
}
