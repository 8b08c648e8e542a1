import { sql } from 'drizzle-orm';
import type { Airline } from '../../airline';

/** More than an airline issues between two backups; the numbers in between are never used. */
const eTicketsSkipped = 10_000_000;

/**
 * E-tickets that were issued and forgotten must not be issued again: they go on far above. The change log needs nothing
 * of the kind: it begins anew with the new epoch.
 */
export async function skipForgottenNumbers({ db }: Airline): Promise<void> {
  await db.execute(sql`select setval('e_ticket_serial', nextval('e_ticket_serial') + ${eTicketsSkipped})`);
}
