import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cabins, catalogues, legs, outbox } from '@/db/schema';
import { silentLog } from '@/server/log';
import type { ScheduleOwner } from '@/server/schedule/import-schedule';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { seedCabins } from './cabins';
import { rollSchedule } from './roll-schedule';
import { seedNetwork } from './seed-network';

let database: TestDatabase;
let rumos: ScheduleOwner;
let now = new Date('2026-12-01T12:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  rumos = { code: 'rumos', db: database.db, clock: { now: () => now }, log: silentLog };
});

afterAll(() => database.drop());

const lastSeq = async () => (await database.db.select().from(catalogues))[0]?.changeSeq;

describe('a new airline', () => {
  it('gets the cabins of its fleet, however often', async () => {
    expect(await seedCabins(rumos)).toBe(6);
    expect(await seedCabins(rumos)).toBe(6);
    const rows = await database.db.select().from(cabins);
    expect(rows.map(({ airline }) => airline)).toEqual(Array(6).fill('rumos'));
    const noted = await database.db.select().from(outbox).orderBy(outbox.entityId);
    expect(noted.map(({ entity, entityId }) => [entity, entityId])).toEqual(
      rows.map(({ code }) => ['cabin', code]).toSorted(),
    );
  });

  it('puts 121 days of its network on sale, and the same again changes nothing', async () => {
    const first = await seedNetwork(rumos);
    expect(first).toMatchObject({
      period: { from: '2026-12-01', to: '2027-03-31' },
      retimed: 0,
      cancelled: 0,
      warnings: [],
    });
    expect(first.added).toBeGreaterThan(2_000 * 17);
    const again = await seedNetwork(rumos);
    expect(again).toMatchObject({ added: 0, retimed: 0, cancelled: 0, unchanged: first.added });
    expect(await lastSeq()).toBe(first.added);
  });

  it('adds one day a day and leaves every other leg alone', async () => {
    expect(await rollSchedule(rumos)).toBeNull();
    const before = await lastSeq();
    now = new Date('2026-12-02T12:00:00Z');
    const rolled = await rollSchedule(rumos);
    expect(rolled).toMatchObject({
      period: { from: '2027-04-01', to: '2027-04-01' },
      retimed: 0,
      cancelled: 0,
      unchanged: 0,
    });
    expect(rolled?.added).toBeGreaterThan(250);
    expect(await lastSeq()).toBe((before ?? 0) + (rolled?.added ?? 0));
    const cancelled = (await database.db.select().from(legs)).filter(({ status }) => status === 'cancelled');
    expect(cancelled).toEqual([]);
  });

  it('catches up after a long sleep', async () => {
    now = new Date('2026-12-09T12:00:00Z');
    expect(await rollSchedule(rumos)).toMatchObject({ period: { from: '2027-04-02', to: '2027-04-08' } });
    expect(await rollSchedule(rumos)).toBeNull();
  });
});
