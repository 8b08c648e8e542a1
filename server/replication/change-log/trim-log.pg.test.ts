import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { changeBatches, changeLogs, peerProgress } from '@/db/schema';
import type { Airline } from '../../airline';
import type { AirlineCode } from '../../domain/airline-code';
import { createNoteAlliance, type NoteAlliance, renewNoteAlliance } from '../testing/notes';
import { noteProgress } from './note-progress';
import { readServedLogs } from './read-batches';
import { trimLog } from './trim-log';

let alliance: NoteAlliance;
let rumos: Airline;

const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(alliance.time.now.getTime() - days * dayMs);

beforeAll(async () => {
  alliance = await createNoteAlliance();
});
afterAll(() => alliance.close());

beforeEach(async () => {
  await renewNoteAlliance(alliance);
  rumos = alliance.airlines.rumos;
});

/** A log of batches with one entry each, stored so many days ago. */
async function storeLog(origin: AirlineCode, ages: readonly number[], epoch = 1): Promise<void> {
  const same = { origin, epoch, stamp: '', kid: '', signature: '', body: '' };
  const batches = ages.map((age, place) => ({
    ...same,
    firstSeq: place + 1,
    lastSeq: place + 1,
    storedAt: daysAgo(age),
  }));
  await rumos.db.insert(changeBatches).values(batches);
  const log = { origin, epoch, seq: ages.length };
  await rumos.db.insert(changeLogs).values(log).onConflictDoUpdate({ target: changeLogs.origin, set: log });
}

async function left(): Promise<string[]> {
  const rows = await rumos.db.select().from(changeBatches).orderBy(asc(changeBatches.firstSeq));
  return rows.map(({ origin, firstSeq }) => `${origin} ${firstSeq}`);
}

const isAt = (peer: AirlineCode, origin: AirlineCode, seq: number) =>
  noteProgress(rumos, peer, { [origin]: { epoch: 1, seq } });

it('keeps a week, and what any member still needs, and says from where on the log can be had', async () => {
  await storeLog('rumos', [20, 15, 9, 8, 3, 0]);
  await isAt('giro', 'rumos', 3);
  await isAt('boreal', 'rumos', 6);
  expect(await trimLog(rumos)).toBe(3);
  expect(await left()).toEqual(['rumos 4', 'rumos 5', 'rumos 6']);
  expect(await readServedLogs(rumos.db)).toMatchObject([{ origin: 'rumos', seq: 6, firstSeq: 4 }]);

  alliance.time.now = new Date(alliance.time.now.getTime() + dayMs);
  await isAt('giro', 'rumos', 6);
  expect(await trimLog(rumos)).toBe(1);
  expect(await left()).toEqual(['rumos 5', 'rumos 6']);
});

it('says of a log of which nothing is left that it begins after its end', async () => {
  await storeLog('rumos', [20, 15]);
  await isAt('giro', 'rumos', 2);
  await isAt('boreal', 'rumos', 2);
  await trimLog(rumos);
  expect(await readServedLogs(rumos.db)).toMatchObject([{ origin: 'rumos', seq: 2, firstSeq: 3 }]);
});

it('does not ask the origin whether it has its own log', async () => {
  await storeLog('giro', [20]);
  expect(await trimLog(rumos)).toBe(0);
  await isAt('boreal', 'giro', 1);
  expect(await trimLog(rumos)).toBe(1);
});

it('waits 30 days for a member that is silent or has never asked, and no longer', async () => {
  await storeLog('rumos', [60, 29]);
  await isAt('boreal', 'rumos', 2);
  await rumos.db
    .insert(peerProgress)
    .values({ peer: 'giro', origin: 'rumos', epoch: 1, seq: 0, seenAt: daysAgo(29) });
  expect(await trimLog(rumos)).toBe(0);
  await rumos.db.update(peerProgress).set({ seenAt: daysAgo(31) });
  expect(await trimLog(rumos)).toBe(2);

  await storeLog('boreal', [60, 29]);
  expect(await trimLog(rumos)).toBe(1);
  expect(await left()).toEqual(['boreal 2']);
});

it('counts no progress with a log of another epoch, and forgets the batches of one that was replaced', async () => {
  await storeLog('giro', [20]);
  await storeLog('giro', [10], 2);
  await isAt('boreal', 'giro', 99);
  expect(await trimLog(rumos)).toBe(1);
  expect(await rumos.db.select().from(changeBatches)).toMatchObject([{ origin: 'giro', epoch: 2 }]);
});
