import { eq } from 'drizzle-orm';
import { changeLogs } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { cabinEntity } from '../cabin-entity';
import { legEntity } from '../leg-entity';

/** Copies everything that an airline publishes, as if its log told of it once more; the copy is as new as the hour. */
export async function copyCatalogue({ from, to }: { from: Airline; to: Airline }): Promise<void> {
  const origin = from.code;
  await to.db.transaction(async (tx) => {
    const [log] = await tx.select().from(changeLogs).where(eq(changeLogs.origin, origin));
    let seq = log?.seq ?? 0;
    for (const entity of [cabinEntity, legEntity]) {
      const states = await entity.readStates(from.db, from, await entity.listOwnIds(from.db, from));
      const changes = states.map((state) => {
        seq += 1;
        return { ...state, seq };
      });
      await entity.apply(tx, to, { origin, changes, isLate: false });
    }
    const row = { origin, epoch: 1, seq, asOf: to.clock.now() };
    await tx.insert(changeLogs).values(row).onConflictDoUpdate({ target: changeLogs.origin, set: row });
  });
}
