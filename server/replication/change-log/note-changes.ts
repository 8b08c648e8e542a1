import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';

/**
 * Notes in the caller's `tx` that own entities have changed, so that the peers hear of them: once, if it commits, and
 * never, if it does not. The order of notes is the order in which the log tells of them.
 */
export async function noteChanges(
  tx: Tx,
  { entity, ids }: { entity: string; ids: readonly string[] },
): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    insert into outbox (entity, entity_id)
    select ${entity}, id from unnest(${sql.param([...ids])}::text[]) with ordinality as changed(id, place)
    order by place`);
}
