import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';

/**
 * Makes whoever gives an e-mail to an account wait for the others who do, until the end of the `tx`. Between looking
 * who holds an e-mail and taking it, nobody else takes it.
 */
export async function lockEmail(tx: Tx, email: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`customer ${email}`}, 0))`);
}
