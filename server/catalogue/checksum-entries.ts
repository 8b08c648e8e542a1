import { type SQL, sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import type { Checksum } from '../replication/entity';

/** The checksum of what a statement selects as `entry`, one text for each entity. */
export async function checksumEntries(db: Database | Tx, entries: SQL): Promise<Checksum> {
  const [checksum] = await db.execute<Checksum>(sql`
    select count(*)::int as count, coalesce(sum(hashtextextended(entry, 0)::numeric), 0)::text as sum
    from (${entries}) as entries`);
  return checksum ?? { count: 0, sum: '0' };
}
