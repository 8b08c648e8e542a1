import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { catalogues, legs, outbox, seatClaims } from '@/db/schema';
import { seedCabins } from '@/db/seed/cabins';
import { waitUntil } from '@/scripts/wait-until';
import type { LegId } from '@/server/domain/leg';
import { silentLog } from '@/server/log';
import { changesChannel } from '@/server/replication/notify-changes';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { ssimFile, ssimLeg } from '@/server/testing/ssim-file';
import {
  type ImportOptions,
  importSchedule,
  type ScheduleImport,
  type ScheduleOwner,
} from './import-schedule';

let database: TestDatabase;
let giro: ScheduleOwner;
let now = new Date();

beforeAll(async () => {
  database = await createTestDatabase();
  giro = { code: 'giro', db: database.db, clock: { now: () => now }, log: silentLog };
  await seedCabins(giro);
});

afterAll(() => database.drop());

beforeEach(async () => {
  now = new Date('2026-12-05T12:00:00Z');
  await database.db.execute(sql`truncate legs, catalogues, seat_claims, outbox`);
});

function load(records: string[], options: ImportOptions = {}): Promise<ScheduleImport> {
  return importSchedule(giro, [ssimFile(records)], options);
}

const weekend = ssimLeg({ days: '     67' });
const monday = ssimLeg({ flight: '2000', days: '1', origin: 'SSA', destination: 'GRU' });

const catalogue = () => database.db.select().from(legs).orderBy(legs.changeSeq);
const manyFlights = (count: number) =>
  Array.from({ length: count }, (_, place) => ssimLeg({ flight: String(4_000 + place) }));

const noted = async () =>
  (await database.db.select().from(outbox).orderBy(outbox.place)).map(({ entity, entityId }) => {
    expect(entity).toBe('leg');
    return entityId;
  });
const lastSeq = async () => (await database.db.select().from(catalogues))[0]?.changeSeq;

async function sell(legId: string, seat: string): Promise<void> {
  await database.db.insert(seatClaims).values({
    legId: legId as LegId,
    seat,
    state: 'sold',
    globalTransactionId: '0197a0de-0000-7000-8000-000000000001',
  });
}

describe('importSchedule', () => {
  it('puts every leg on sale with all its seats and numbers the changes without a gap', async () => {
    const { applied, preview } = await load([weekend, monday]);
    expect(applied).toBe(true);
    expect(preview).toMatchObject({
      added: 12,
      retimed: 0,
      cancelled: 0,
      unchanged: 0,
      period: { from: '2026-12-05', to: '2026-12-31' },
      soldLegsAffected: [],
      rejected: [],
    });
    const rows = await catalogue();
    expect(rows.map((row) => row.changeSeq)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(rows[0]).toMatchObject({
      legId: 'giro:1000:2026-12-05:GRU',
      airline: 'giro',
      departsAt: new Date('2026-12-05T13:00:00Z'),
      cabin: '738-186',
      seatsLeft: 186,
      status: 'scheduled',
    });
    expect(await lastSeq()).toBe(12);
  });

  it('notes every leg that it changes for the peers, and nothing that it leaves or refuses', async () => {
    await load([weekend, monday]);
    const all = (await catalogue()).map(({ legId }) => legId);
    expect(await noted()).toEqual(all);
    await load([weekend, monday]);
    await load([weekend, ssimLeg({ flight: '3000', destination: 'ZZZ' })]);
    await load([weekend], { dryRun: true });
    expect(await noted()).toHaveLength(all.length);
    await load([weekend]);
    expect((await noted()).slice(all.length)).toEqual(all.filter((legId) => legId.startsWith('giro:2000')));
  });

  it('tells the open pages whose legs have changed, and which when they are few', async () => {
    const heard: unknown[] = [];
    const { unlisten } = await database.sql.listen(changesChannel, (payload) =>
      heard.push(JSON.parse(payload)),
    );
    await load([weekend], { to: '2026-12-05' });
    await load([weekend, monday, ...manyFlights(40)]);
    expect(await waitUntil(() => heard.length === 2, 15_000, 5)).toBe(true);
    expect(heard).toEqual([
      { origin: 'giro', legIds: ['giro:1000:2026-12-05:GRU'] },
      { origin: 'giro', legIds: null },
    ]);
    await unlisten();
  });

  it('changes nothing the second time', async () => {
    await load([weekend, monday]);
    const before = await catalogue();
    const { applied, preview } = await load([weekend, monday]);
    expect(applied).toBe(true);
    expect(preview).toMatchObject({ added: 0, retimed: 0, cancelled: 0, unchanged: 12 });
    expect(await catalogue()).toEqual(before);
    expect(await lastSeq()).toBe(12);
  });

  it('imports nothing when one line of many is wrong, and says which and why', async () => {
    await load([monday]);
    const before = await catalogue();
    const { applied, preview } = await load([weekend, ssimLeg({ flight: '3000', destination: 'ZZZ' })]);
    expect(applied).toBe(false);
    expect(preview.rejected).toEqual([{ line: 4, reason: 'unknown airport ZZZ' }]);
    expect(await catalogue()).toEqual(before);
    expect(await lastSeq()).toBe(4);
  });

  it('retimes legs, keeps their fares and gives only them a new number', async () => {
    await load([weekend, monday]);
    const fares = new Map((await catalogue()).map((row) => [row.legId, row.fareCents]));
    const later = ssimLeg({ days: '     67', departure: '2000', arrival: '2225' });
    const { preview } = await load([later, monday]);
    expect(preview).toMatchObject({ added: 0, retimed: 8, cancelled: 0, unchanged: 4 });
    const rows = await catalogue();
    expect(rows.filter((row) => row.changeSeq > 12).map((row) => row.flightNumber)).toEqual(
      Array(8).fill(1000),
    );
    expect(rows.every((row) => row.fareCents === fares.get(row.legId))).toBe(true);
    expect(rows.at(-1)?.departsAt.toISOString().slice(11, 16)).toBe('23:00');
  });

  it('leaves to a changed leg the seats that it has published as taken and held', async () => {
    await load([weekend]);
    const published = { seatsLeft: 184, takenSeats: ['1A'], heldSeats: ['2B'] };
    await database.db.update(legs).set(published);
    await load([ssimLeg({ days: '     67', departure: '2000', arrival: '2225' })]);
    for (const leg of await catalogue()) expect(leg).toMatchObject(published);
    await load([monday]);
    const [cancelled] = await catalogue();
    expect(cancelled).toMatchObject({ status: 'cancelled', ...published });
  });

  it('cancels what the file lacks, only from today on and inside its validity, and can take it back', async () => {
    await load([weekend, monday]);
    now = new Date('2026-12-10T12:00:00Z');
    const narrower = ssimFile([monday.replace('01DEC2631DEC26', '01DEC2620DEC26')], { to: '20DEC26' });
    const cancelled = await importSchedule(giro, [narrower]);
    expect(cancelled.preview).toMatchObject({
      cancelled: 4,
      unchanged: 1,
      period: { from: '2026-12-10', to: '2026-12-20' },
    });
    const rows = await catalogue();
    const gone = rows.filter((row) => row.status === 'cancelled').map((row) => row.serviceDate);
    expect(gone).toEqual(['2026-12-12', '2026-12-13', '2026-12-19', '2026-12-20']);
    expect((await load([weekend, monday])).preview).toMatchObject({ reinstated: 4, unchanged: 5, added: 0 });
  });

  it('touches only the dates that it was narrowed to', async () => {
    const { preview } = await load([weekend], { from: '2026-12-12', to: '2026-12-12' });
    expect(preview).toMatchObject({ added: 1, period: { from: '2026-12-12', to: '2026-12-12' } });
    expect((await load([monday], { from: '2026-12-13', to: '2026-12-31' })).preview).toMatchObject({
      cancelled: 0,
    });
  });

  it('previews without a trace', async () => {
    await load([weekend]);
    const before = await catalogue();
    const { applied, preview } = await load([monday], { dryRun: true });
    expect(applied).toBe(false);
    expect(preview).toMatchObject({ added: 4, cancelled: 8, rejected: [] });
    expect(await catalogue()).toEqual(before);
  });

  it('names the sold legs that change and takes claims off the seats of a new cabin', async () => {
    await load([weekend, monday]);
    await sell('giro:1000:2026-12-06:GRU', '12C');
    await sell('giro:1000:2026-12-12:GRU', '1A');
    await sell('giro:2000:2026-12-07:SSA', '1A');
    const smaller = ssimLeg({ days: '     67', aircraft: '73G', config: 'Y138' });
    const { applied, preview } = await load([smaller, monday]);
    expect(applied).toBe(true);
    expect(preview).toMatchObject({
      reequipped: 8,
      unchanged: 4,
      soldLegsAffected: ['giro:1000:2026-12-06:GRU', 'giro:1000:2026-12-12:GRU'],
    });
    const [changed] = await database.db
      .select()
      .from(legs)
      .where(eq(legs.legId, 'giro:1000:2026-12-06:GRU' as LegId));
    expect(changed).toMatchObject({ cabin: '73G-138', seatsLeft: 137 });
  });

  it('refuses to take a sold seat away', async () => {
    await load([weekend]);
    await sell('giro:1000:2026-12-06:GRU', '31A');
    const before = await catalogue();
    const { applied, preview } = await load([ssimLeg({ days: '     67', aircraft: '73G', config: 'Y138' })]);
    expect(applied).toBe(false);
    expect(preview.rejected).toEqual([
      { line: 3, reason: 'seat 31A of giro:1000:2026-12-06:GRU is sold, and cabin 73G-138 has no such seat' },
    ]);
    expect(await catalogue()).toEqual(before);
  });

  it('gives the same numbers whether two imports meet or follow each other', async () => {
    const results = await Promise.all([load([weekend, monday]), load([weekend, monday])]);
    expect(results.map(({ preview }) => preview.added).sort()).toEqual([0, 12]);
    expect((await catalogue()).map((row) => row.changeSeq)).toEqual(
      Array.from({ length: 12 }, (_, n) => n + 1),
    );
  });

  it('refuses dates that cannot be imported', async () => {
    expect((await load([weekend], { to: '2026-12-01' })).preview.rejected).toEqual([
      { line: 0, reason: 'the requested dates lie outside the dates that can be imported' },
    ]);
  });
});

const season = resolve('../shared/data/ssim/giro_S26.ssim');
if (!existsSync(season)) console.warn(`skipped: there is no sample at ${season}`);

it.skipIf(!existsSync(season))('imports a month of a season file, and again without a change', async () => {
  now = new Date('2026-04-01T12:00:00Z');
  const april = { to: '2026-04-30' };
  const first = await importSchedule(giro, [readFileSync(season)], april);
  expect(first).toMatchObject({ applied: true, preview: { rejected: [], cancelled: 0 } });
  expect(first.preview.added).toBeGreaterThan(9_000);
  const again = await importSchedule(giro, [readFileSync(season)], april);
  expect(again.preview).toMatchObject({
    added: 0,
    retimed: 0,
    cancelled: 0,
    unchanged: first.preview.added,
  });
});
