import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bookingDrafts, draftHolds } from '@/db/schema';
import type { Airline } from '../airline';
import { legIdSchema } from '../domain/leg';
import { systemIds } from '../ids';
import { silentLog } from '../log';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { testSignatures } from '../testing/signatures';
import { arrangeSeats } from './arrange-seats';

const now = new Date('2026-12-01T12:00:00.000Z');
const legId = legIdSchema.parse('giro:1234:2026-12-10:BSB');
const draftId = '0b9d2c1e-58a8-4ef3-9d44-1f8f2a3b4c5d';
const owner = { visitorId: '1c9d2c1e-58a8-4ef3-9d44-1f8f2a3b4c5d', customerId: null };
const stranger = { visitorId: '2d9d2c1e-58a8-4ef3-9d44-1f8f2a3b4c5d', customerId: null };

let database: TestDatabase;
let airline: Airline;

beforeAll(async () => {
  database = await createTestDatabase();
  airline = {
    code: 'rumos',
    db: database.db,
    peers: {
      codes: [],
      statusOf: () => ({ state: 'live', lastHeardAt: null }),
      call: () => Promise.reject(new Error('no peers')),
    },
    clock: { now: () => now },
    ids: systemIds,
    log: silentLog,
    signatures: testSignatures('rumos'),
    settings: { rateLimitFactor: 1 },
    stopping: new AbortController().signal,
  };
  await database.db.insert(bookingDrafts).values({
    id: draftId,
    ...owner,
    legIds: [legId],
    passengerCount: 2,
    idempotencyKey: systemIds.uuid(),
    createdAt: now,
    visitorId: owner.visitorId,
  });
  await database.db.insert(draftHolds).values({
    bookingDraftId: draftId,
    legId,
    seats: ['7A', '9C'],
    holdUntil: new Date(now.getTime() + 600_000),
  });
});

afterAll(() => database.drop());

async function seatsOfDraft(): Promise<string[]> {
  const [hold] = await database.db.select().from(draftHolds).where(eq(draftHolds.bookingDraftId, draftId));
  return hold?.seats ?? [];
}

test('the seats of a leg stand in the order of the passengers, however often it is said', async () => {
  const arrangements = [{ legId, seats: ['9C', '7A'] }];
  await arrangeSeats(airline, { draftId, owner, arrangements });
  await arrangeSeats(airline, { draftId, owner, arrangements });
  expect(await seatsOfDraft()).toEqual(['9C', '7A']);
});

test('seats that are not held cannot be slipped in', async () => {
  await arrangeSeats(airline, { draftId, owner, arrangements: [{ legId, seats: ['9C', '1A'] }] });
  expect((await seatsOfDraft()).toSorted()).toEqual(['7A', '9C']);
});

test("nobody arranges somebody else's draft", async () => {
  const attempt = arrangeSeats(airline, {
    draftId,
    owner: stranger,
    arrangements: [{ legId, seats: ['7A', '9C'] }],
  });
  await expect(attempt).rejects.toMatchObject({ code: 'DRAFT_UNKNOWN' });
});
