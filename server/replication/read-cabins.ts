import { asc, eq } from 'drizzle-orm';
import { cabins } from '@/db/schema';
import type { Airline } from '../airline';
import type { Cabin } from '../domain/cabin';

/** This airline's own cabin templates, by code. */
export async function readCabins(airline: Airline): Promise<{ cabins: Cabin[] }> {
  const rows = await airline.db
    .select({ layout: cabins.layout })
    .from(cabins)
    .where(eq(cabins.airline, airline.code))
    .orderBy(asc(cabins.code));
  return { cabins: rows.map(({ layout }) => layout) };
}
