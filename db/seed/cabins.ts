import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { cabins } from '@/db/schema';
import type { AirlineCode } from '@/server/domain/airline-code';
import { aircraftOf, cabinCodesOf } from '@/server/schedule/aircraft-cabins';
import { cabinTemplates } from './cabin-templates';

/** Writes the cabin templates of an airline's fleet, replacing those with the same code; others stay. Returns how many. */
export async function seedCabins(airline: { code: AirlineCode; db: Database }): Promise<number> {
  const codes = new Set(aircraftOf(airline.code).flatMap((aircraft) => cabinCodesOf(airline.code, aircraft)));
  const fleet = cabinTemplates.filter((cabin) => codes.has(cabin.code));
  await airline.db
    .insert(cabins)
    .values(fleet.map((layout) => ({ airline: airline.code, code: layout.code, layout })))
    .onConflictDoUpdate({ target: [cabins.airline, cabins.code], set: { layout: sql`excluded.layout` } });
  return fleet.length;
}
