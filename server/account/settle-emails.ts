import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { customers } from '@/db/schema';

/**
 * Gives each of these e-mails to the first account that was opened with it (`registrationOrder`), and takes it from any
 * other. Whoever calls has locked them. Two statements, because the unique index looks at each row on its own.
 */
export async function settleEmails(tx: Tx, emails: readonly string[]): Promise<void> {
  if (emails.length === 0) return;
  const holders = sql`
    select distinct on (email) id from ${customers} where email = any(${sql.param([...emails])}::text[])
    order by email, registered_stamp collate "C", id`;
  await tx.execute(sql`
    update ${customers} set holds_email = false
    where email = any(${sql.param([...emails])}::text[]) and holds_email and id not in (${holders})`);
  await tx.execute(
    sql`update ${customers} set holds_email = true where not holds_email and id in (${holders})`,
  );
}
