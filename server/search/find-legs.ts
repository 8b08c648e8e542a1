import { inArray } from 'drizzle-orm';
import { legs } from '@/db/schema';
import type { Airline } from '@/server/airline';
import type { Leg, LegId } from '@/server/domain/leg';
import { Refusal } from '@/server/errors';
import { legFromRow } from './leg-row';

/**
 * The legs with these ids, in the given order, cancelled and departed ones included: own legs as they are, peers' as
 * last heard. Refuses LEG_UNKNOWN with the first id that nobody published.
 */
export async function findLegs(airline: Airline, legIds: readonly LegId[]): Promise<Leg[]> {
  const rows = await airline.db
    .select()
    .from(legs)
    .where(inArray(legs.legId, [...legIds]));
  const legsById = new Map(rows.map((row) => [row.legId, legFromRow(row)]));
  return legIds.map((legId) => {
    const leg = legsById.get(legId);
    if (!leg) throw new Refusal('LEG_UNKNOWN', { legId });
    return leg;
  });
}
