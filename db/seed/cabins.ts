import { sql } from 'drizzle-orm';
import { cabins } from '@/db/schema';
import { cabinEntity } from '@/server/catalogue/cabin-entity';
import { noteChanges } from '@/server/replication/change-log/note-changes';
import { aircraftOf, cabinCodesOf } from '@/server/schedule/aircraft-cabins';
import type { ScheduleOwner } from '@/server/schedule/import-schedule';
import { cabinTemplates } from './cabin-templates';

/**
 * Writes the cabin templates of an airline's fleet, replacing those with the same code; others stay. What changes is
 * noted for the peers. Returns how many templates the fleet has.
 */
export async function seedCabins({ code: airline, db }: Pick<ScheduleOwner, 'code' | 'db'>): Promise<number> {
  const codes = new Set(aircraftOf(airline).flatMap((aircraft) => cabinCodesOf(airline, aircraft)));
  const fleet = cabinTemplates.filter((cabin) => codes.has(cabin.code));
  await db.transaction(async (tx) => {
    const changed = await tx
      .insert(cabins)
      .values(fleet.map((layout) => ({ airline, code: layout.code, layout })))
      .onConflictDoUpdate({
        target: [cabins.airline, cabins.code],
        set: { layout: sql`excluded.layout` },
        setWhere: sql`${cabins.layout} <> excluded.layout`,
      })
      .returning({ code: cabins.code });
    await noteChanges(tx, { entity: cabinEntity.name, ids: changed.map(({ code }) => code) });
  });
  return fleet.length;
}
