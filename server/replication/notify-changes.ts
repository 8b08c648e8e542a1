import { sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import type { AirlineCode } from '../domain/airline-code';

/** PostgreSQL's channel from whoever writes copies or publishes to the processes of this airline with open pages. */
export const changesChannel = 'passcom_changes';

/** PostgreSQL takes less than 8,000 bytes; a longer list says only whose legs have changed. */
const maxPayloadBytes = 7_000;

/** What a notification says: these legs, or (null) any leg of this airline. A hint: who hears it looks at the rows. */
export type ChangeNotice = { origin: AirlineCode; legIds: string[] | null };

/**
 * Tells the open pages of this airline's processes, when the `tx` commits, that published legs have changed; null: any of
 * them may have. Never in the `tx` of a sale: commits that notify wait for each other.
 */
export async function notifyChanges(
  db: Database | Tx,
  origin: AirlineCode,
  legIds: readonly string[] | null,
): Promise<void> {
  if (legIds?.length === 0) return;
  const complete = JSON.stringify({ origin, legIds });
  const payload =
    Buffer.byteLength(complete) <= maxPayloadBytes ? complete : JSON.stringify({ origin, legIds: null });
  await db.execute(sql`select pg_notify(${changesChannel}, ${payload})`);
}
