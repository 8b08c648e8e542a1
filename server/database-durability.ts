import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';

/**
 * While one of these is off, a crash of the machine may forget what was committed. A forgotten vote or acceptance breaks
 * the commit protocol (docs/protocol.md), whatever the code does.
 */
const neverOff = ['fsync', 'full_page_writes', 'synchronous_commit'];

/**
 * Refuses a database that may forget what it has committed; throws one sentence that names what is off.
 *
 * `synchronous_commit` may be `on`, `remote_apply`, `remote_write` or `local`: with each of them COMMIT returns only
 * once this server's own log is on its disk, and they differ in standbys alone; `off` answers before. It is asked
 * through the airline's own pool, because it can be set for a role, a database or a connection. Nothing is repaired
 * here: whoever switched it off should know.
 */
export async function refuseForgetfulDatabase(db: Database): Promise<void> {
  const off = await db.execute<{ name: string }>(
    sql`select name from unnest(${sql.param(neverOff)}::text[]) as name where current_setting(name) = 'off'`,
  );
  if (off.length === 0) return;
  const named = off.map(({ name }) => `${name} = off`).join(', ');
  throw new Error(
    `the database may forget what it has committed (${named}): switch it on in PostgreSQL, for this role and database too.`,
  );
}
