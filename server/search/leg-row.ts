import type { legs } from '@/db/schema';
import type { Leg } from '@/server/domain/leg';

/** A row of `legs` as the domain says it. */
export function legFromRow(row: typeof legs.$inferSelect): Leg {
  const { origin, destination, changeSeq: _changeSeq, ...leg } = row;
  return { ...leg, from: origin, to: destination };
}
