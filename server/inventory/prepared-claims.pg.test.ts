import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetOldDrafts } from '../booking/close-draft';
import { isRefusal } from '../errors';
import { takeSeats } from '../memory/recover/take-seats';
import { importSchedule } from '../schedule/import-schedule';
import { createTestAlliance, type TestAlliance } from '../testing/alliance';
import { interlineLegs, seedInterlineLegs } from '../testing/catalogue';
import { emptyBookings } from '../testing/orders';
import { ssimFile, ssimLeg } from '../testing/ssim-file';
import { insertHolds, insertPrepared, type SeatsOfLeg } from './claims';
import { extendOwnHold, holdOwnSeats, releaseOwnHold } from './own-holds';
import { prepareSeats } from './prepare-seats';
import { releasePreparedSeats, sellSeats } from './settle-seats';
import { sweepExpiredHolds } from './sweep-expired-holds';

// The states `prepared` and `sold` of a claim belong to a global transaction. Whatever else works on claims, even for
// the very customer and draft that the seats are for, leaves them as they are.

let alliance: TestAlliance;
const start = new Date('2026-12-01T12:00:00.000Z');
const leg: SeatsOfLeg = { legId: interlineLegs.rumos, seats: ['1A', '1B'] };
const owner = { customerId: randomUUID(), bookingDraftId: randomUUID() };
const undecided = randomUUID();

beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
});
beforeEach(async () => {
  const { sql } = alliance.databases.rumos;
  // Nobody ever decides what the test before had left undecided.
  await sql`truncate global_transactions`;
  await emptyBookings(alliance);
  alliance.time.now = start;
  const row = { id: undecided, coordinator: 'giro', created_at: start, resolve_at: start };
  await sql`insert into global_transactions ${sql(row)}`;
  const claims = [
    { seat: '1A', state: 'prepared' },
    { seat: '1B', state: 'sold' },
  ].map((claim) => ({
    ...claim,
    leg_id: leg.legId,
    claimed_at: start,
    customer_id: owner.customerId,
    booking_draft_id: owner.bookingDraftId,
    global_transaction_id: undecided,
  }));
  await sql`insert into seat_claims ${sql(claims)}`;
  // Long after every hold of that time has run out.
  alliance.time.now = new Date(start.getTime() + 25 * 3_600_000);
});
afterAll(() => alliance.close());

const claimsNow = () => alliance.databases.rumos.sql`select * from seat_claims order by seat`;

const key = { legId: leg.legId, bookingDraftId: owner.bookingDraftId };
const stranger = { customerId: randomUUID(), bookingDraftId: randomUUID() };

const rumos = () => alliance.airlines.rumos;
const later = () => ({
  now: rumos().clock.now(),
  holdUntil: new Date(rumos().clock.now().getTime() + 60_000),
});

const works: [string, () => Promise<unknown>][] = [
  ['a sweep', () => sweepExpiredHolds(rumos())],
  ['a hold by the same draft', () => holdOwnSeats(rumos(), { ...key, ...owner, seats: ['1A'] })],
  ['a hold by somebody else', () => holdOwnSeats(rumos(), { ...key, ...stranger, seats: ['1B'] })],
  ['an extension by the same draft', () => extendOwnHold(rumos(), key)],
  ['a release by the same draft', () => releaseOwnHold(rumos(), { ...key, seats: leg.seats })],
  [
    'the statement of holds',
    () => rumos().db.transaction((tx) => insertHolds(tx, leg, { ...owner, ...later() })),
  ],
  [
    'the statement of prepares',
    () =>
      rumos().db.transaction((tx) =>
        insertPrepared(tx, leg, { ...owner, ...later(), globalTransactionId: undecided }),
      ),
  ],
  [
    'another transaction of the same customer',
    () =>
      rumos().db.transaction((tx) =>
        prepareSeats(tx, rumos(), { wanted: [leg], globalTransactionId: randomUUID(), claimant: owner }),
      ),
  ],
  ['a sale without a decision', () => rumos().db.transaction((tx) => sellSeats(tx, [leg], undecided))],
  [
    'an abort without a decision',
    () => rumos().db.transaction((tx) => releasePreparedSeats(tx, [leg], undecided)),
  ],
  [
    'the recall of another transaction that was forgotten',
    () =>
      rumos().db.transaction((tx) =>
        takeSeats(tx, 'sold', { wanted: [leg], globalTransactionId: randomUUID(), ...later() }),
      ),
  ],
  ['the forgetting of drafts', () => forgetOldDrafts(rumos())],
  ['the import of a schedule without the leg', () => importSchedule(rumos(), [ssimFile([ssimLeg({})])])],
];

describe('the seats of an undecided transaction stay as they are under', () => {
  it.each(works)('%s', async (_what, work) => {
    const before = await claimsNow();
    expect(before).toHaveLength(2);
    await work().catch((error: Error) => {
      if (!isRefusal(error) && !error.message.startsWith('invariant broken')) throw error;
    });
    expect(await claimsNow()).toEqual(before);
  });
});

/** Every production file with a statement that could change a claim; each is tried above. */
const writers = [
  'server/inventory/claims.ts',
  'server/inventory/own-holds.ts',
  'server/inventory/settle-seats.ts',
  'server/inventory/sweep-expired-holds.ts',
  'server/memory/recover/take-seats.ts',
];

const writes =
  /(insert|update|delete)\(\s*seatClaims|(insert into|update|delete from|truncate|merge into)\s+"?seat_claims/;

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : sourcesIn(path);
    return /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) ? [path] : [];
  });
}

it('no other source has a statement that changes claims', () => {
  const root = resolve('.');
  const found = ['server', 'app', 'db', 'scripts']
    .flatMap((folder) => sourcesIn(join(root, folder)))
    .filter((path) => writes.test(readFileSync(path, 'utf8')))
    .map((path) => path.slice(root.length + 1));
  expect(found.sort()).toEqual(writers);
});
