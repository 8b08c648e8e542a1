import { eq, sql } from 'drizzle-orm';
import { catalogues } from '@/db/schema';
import type { Airline } from '../../airline';
import { lockCatalogue } from '../../replication/lock-catalogue';

/** More than an airline issues between two backups; the numbers in between are never used. */
const eTicketsSkipped = 10_000_000;
const changesSkipped = 1_000_000;

/**
 * Numbers that were issued and forgotten must not be issued again: e-tickets go on far above, and every leg of the
 * catalogue gets a number above all that a peer has seen, so that the peers take the restored state for news.
 */
export async function skipForgottenNumbers(airline: Airline, seenCatalogueSeq: number): Promise<void> {
  await airline.db.transaction(async (tx) => {
    await tx.execute(sql`select setval('e_ticket_serial', nextval('e_ticket_serial') + ${eTicketsSkipped})`);
    const last = Math.max(await lockCatalogue(tx, airline.code), seenCatalogueSeq) + changesSkipped;
    await tx.execute(sql`
      update legs set change_seq = numbered.change_seq
      from (
        select leg_id, ${last}::bigint + row_number() over (order by change_seq, leg_id) as change_seq
        from legs where airline = ${airline.code}
      ) as numbered
      where legs.leg_id = numbered.leg_id`);
    await tx
      .update(catalogues)
      .set({
        changeSeq: sql`(select coalesce(max(change_seq), ${last}::bigint) from legs where airline = ${airline.code})`,
        asOf: airline.clock.now(),
      })
      .where(eq(catalogues.airline, airline.code));
  });
}
