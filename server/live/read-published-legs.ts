import { sql } from 'drizzle-orm';
import { legs } from '@/db/schema';
import type { Airline } from '../airline';
import type { LegId } from '../domain/leg';
import type { PublishedLeg } from './live-event';

/** The published states of these legs, own ones and copies; unknown ones are left out. */
export async function readPublishedLegs(airline: Airline, legIds: readonly LegId[]): Promise<PublishedLeg[]> {
  if (legIds.length === 0) return [];
  const rows = await airline.db
    .select({
      legId: legs.legId,
      seatsLeft: legs.seatsLeft,
      fareCents: legs.fareCents,
      status: legs.status,
      departsAt: legs.departsAt,
      takenSeats: legs.takenSeats,
      heldSeats: legs.heldSeats,
    })
    .from(legs)
    .where(sql`${legs.legId} = any(${sql.param([...legIds])}::text[])`);
  return rows.map((row) => ({ ...row, departsAt: row.departsAt.toISOString() }));
}
