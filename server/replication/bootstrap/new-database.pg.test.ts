import { randomUUID } from 'node:crypto';
import { ne, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bookingCopies, changeBatches, changeLogs, customers, globalTransactions, legs } from '@/db/schema';
import { waitUntil } from '@/scripts/wait-until';
import { registerCustomer } from '../../account/register-customer';
import { purchase } from '../../booking/purchase';
import { airlineCodes } from '../../domain/airline-code';
import { replicationOf } from '../../replicated-entities';
import { createTestAlliance, type TestAlliance } from '../../testing/alliance';
import { interlineLegs, seedInterlineLegs } from '../../testing/catalogue';
import { order } from '../../testing/orders';
import { replicateAll } from '../../testing/replicate';
import { compareChecksums } from '../convergence/compare-checksums';

let alliance: TestAlliance;

beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
  const { rumos, giro } = alliance.airlines;
  await registerCustomer(rumos, { email: 'ana@example.com', name: 'Ana Souza', password: 'correct horse' });
  const bought = airlineCodes.map((code) => ({ legId: interlineLegs[code], seats: ['2B'] }));
  expect((await purchase(giro, order({ legs: bought }), randomUUID())).status).toBe('confirmed');
  expect(await waitUntil(isDecidedEverywhere, 15_000, 20)).toBe(true);
  await replicateAll(alliance.airlines);
});

afterAll(() => alliance.close());

async function isDecidedEverywhere(): Promise<boolean> {
  const rows = await Promise.all(
    Object.values(alliance.airlines).map(({ db }) => db.select().from(globalTransactions)),
  );
  return rows.every((own) => own.length === 1 && own[0]?.decision === 'commit');
}

/** What Boreal knew of the others is gone, and the others have trimmed their logs. */
async function forgetCopies(): Promise<void> {
  const { rumos, giro, boreal } = alliance.airlines;
  await boreal.db.delete(legs).where(ne(legs.airline, 'boreal'));
  await boreal.db.execute(sql`delete from cabins where airline <> 'boreal'`);
  await boreal.db.delete(bookingCopies);
  await boreal.db.delete(customers);
  await boreal.db.delete(changeLogs).where(ne(changeLogs.origin, 'boreal'));
  await boreal.db.delete(changeBatches).where(ne(changeBatches.origin, 'boreal'));
  for (const { db } of [rumos, giro]) await db.delete(changeBatches);
}

it('an airline that has lost all copies gets legs, cabins, accounts and bookings from their origins', async () => {
  await forgetCopies();
  alliance.calls.length = 0;
  await replicateAll(alliance.airlines);
  const snapshots = alliance.calls.filter(({ procedure }) => procedure === 'snapshot');
  expect(new Set(snapshots.map(({ from, to }) => `${from} of ${to}`))).toEqual(
    new Set(['boreal of rumos', 'boreal of giro']),
  );
  const boreal = replicationOf(alliance.airlines.boreal);
  for (const peer of ['rumos', 'giro'] as const) {
    expect(await compareChecksums(boreal, peer)).toEqual({
      outcome: 'equal',
      compared: ['cabin', 'leg', 'customer', 'booking'],
      skipped: [],
    });
  }
  expect(await alliance.airlines.boreal.db.$count(customers)).toBe(1);
  expect(await alliance.airlines.boreal.db.$count(bookingCopies)).toBe(2);
});
