import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { legs, seatClaims } from '@/db/schema';
import type { Airline } from '../airline';
import { publishAvailability } from '../catalogue/publish-availability';
import { createTestAlliance, type TestAlliance } from '../testing/alliance';
import { interlineLegs, seedInterlineLegs } from '../testing/catalogue';
import { lockOwnLegs } from './own-leg';

let alliance: TestAlliance;
let rumos: Airline;
const legId = interlineLegs.rumos;

/** SQLSTATE of a row that somebody else has locked. */
const lockNotAvailable = '55P03';

beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
  rumos = alliance.airlines.rumos;
});
afterAll(() => alliance.close());

/** Whoever has to wait for a lock fails at once. */
const impatient = (work: (tx: Tx) => Promise<unknown>) =>
  rumos.db.transaction(async (tx) => {
    await tx.execute(sql`set local lock_timeout = '1ms'`);
    return work(tx);
  });

it('a sale keeps a schedule import from its leg, and an import a sale', async () => {
  const lockForImport = (tx: Tx) => tx.execute(sql`select from legs where leg_id = ${legId} for update`);
  await rumos.db.transaction(async (sale) => {
    await lockOwnLegs(rumos, sale, [legId]);
    await expect(impatient(lockForImport)).rejects.toMatchObject({ cause: { code: lockNotAvailable } });
  });
  await rumos.db.transaction(async (schedule) => {
    await lockForImport(schedule);
    await schedule.update(legs).set({ aircraft: 'AT5' }).where(eq(legs.legId, legId));
    const sale = impatient((tx) => lockOwnLegs(rumos, tx, [legId]));
    await expect(sale).rejects.toMatchObject({ cause: { code: lockNotAvailable } });
  });
});

it('a sale and the publication of its leg’s seats do not wait for each other', async () => {
  await rumos.db.insert(seatClaims).values({ legId, seat: '1A', state: 'blocked' });
  await rumos.db.transaction(async (sale) => {
    await lockOwnLegs(rumos, sale, [legId]);
    expect(await publishAvailability(rumos, [legId])).toBe(1);
  });
  await rumos.db.transaction(async (publication) => {
    await publication
      .update(legs)
      .set({ seatsLeft: 3, takenSeats: ['1A'] })
      .where(eq(legs.legId, legId));
    await expect(impatient((tx) => lockOwnLegs(rumos, tx, [legId]))).resolves.toHaveLength(1);
  });
});
