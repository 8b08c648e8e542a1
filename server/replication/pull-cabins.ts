import { sql } from 'drizzle-orm';
import { cabins } from '@/db/schema';
import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';
import { cabinsProcedure } from './cabin-messages';

/** Copies a peer's cabin templates; applying them again changes nothing. Throws when the peer does not answer. */
export async function pullCabins(airline: Airline, peer: AirlineCode): Promise<void> {
  const { cabins: theirs } = await airline.peers.call(peer, cabinsProcedure, {});
  if (theirs.length === 0) return;
  await airline.db
    .insert(cabins)
    .values(theirs.map((layout) => ({ airline: peer, code: layout.code, layout })))
    .onConflictDoUpdate({
      target: [cabins.airline, cabins.code],
      set: { layout: sql`excluded.layout` },
      setWhere: sql`${cabins.layout} is distinct from excluded.layout`,
    });
}
