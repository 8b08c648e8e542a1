import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';

/** Few enough that a whole page of accounts takes no notable part of PostgreSQL's lock table. */
const lockCount = 64;

/**
 * Makes whoever gives one of these e-mails to an account wait for the others who do, until the end of the `tx`: between
 * looking who holds an e-mail and taking it, nobody else takes it. The e-mails share some locks, always taken in one
 * order, so that two who want several never wait for each other in a circle.
 */
export async function lockEmails(tx: Tx, emails: readonly string[]): Promise<void> {
  if (emails.length === 0) return;
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtext('customer e-mail'), place) from (
      select distinct abs(hashtext(email) % ${lockCount}) as place
      from unnest(${sql.param([...emails])}::text[]) as taken(email)
      order by place) as locks`);
}
