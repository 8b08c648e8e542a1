import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { cabins } from '@/db/schema';
import type { AirlineCode } from '../domain/airline-code';
import type { CabinChange } from './read-cabins';

export type CabinCopies = {
  origin: AirlineCode;
  cabins: readonly CabinChange[];
  /** What was applied since stays as it is. */
  isLate: boolean;
};

/** Writes copies of a peer's cabins, each with its place in the log as `change_seq`. */
export async function writeCabinCopies(
  tx: Tx,
  { origin, cabins: copies, isLate }: CabinCopies,
): Promise<void> {
  await tx
    .insert(cabins)
    .values(copies.map(({ code, layout, seq }) => ({ airline: origin, code, layout, changeSeq: seq })))
    .onConflictDoUpdate({
      target: [cabins.airline, cabins.code],
      set: { layout: sql`excluded.layout`, changeSeq: sql`excluded.change_seq` },
      setWhere: isLate ? sql`${cabins.changeSeq} < excluded.change_seq` : undefined,
    });
}
