import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeLogs, customers, legs } from '@/db/schema';
import { type AirlineCode, airlineCodes } from '../../domain/airline-code';
import { replicatedEntities } from '../../replicated-entities';
import { noteChanges } from '../../replication/change-log/note-changes';
import { startOfLog } from '../../replication/version-vector';
import { createTestAlliance, type TestAlliance } from '../../testing/alliance';
import { interlineLegs, seedInterlineLegs } from '../../testing/catalogue';
import { customerCopy } from '../../testing/customer-row';
import { replicateAll } from '../../testing/replicate';
import { compareMemories } from '../compare-memories';
import { declareAmnesia } from '../declare-amnesia';
import { recover } from './recover';

let alliance: TestAlliance;

beforeEach(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
  for (const airline of Object.values(alliance.airlines)) await compareMemories(airline);
});
afterEach(() => alliance.close());

const dbOf = (code: AirlineCode) => alliance.airlines[code].db;

async function publishFare(code: AirlineCode, fareCents: number): Promise<void> {
  await dbOf(code).transaction(async (tx) => {
    await tx.update(legs).set({ fareCents }).where(eq(legs.legId, interlineLegs[code]));
    await noteChanges(tx, { entity: 'leg', ids: [interlineLegs[code]] });
  });
}

/** The checksum of everything of every origin, as one airline has it. */
async function sumsAt(code: AirlineCode): Promise<string[]> {
  const airline = alliance.airlines[code];
  const sums = airlineCodes.flatMap((origin) =>
    replicatedEntities.map(async (entity) => {
      const { count, sum } = await entity.checksum(airline.db, airline, origin);
      return `${entity.name} of ${origin}: ${count} ${sum}`;
    }),
  );
  return Promise.all(sums);
}

async function expectEqualCopies(): Promise<void> {
  const [rumos, ...others] = await Promise.all(airlineCodes.map(sumsAt));
  for (const other of others) expect(other).toEqual(rumos);
}

/** Rumos has the database of before it, and has been told so. */
async function loseMemory(): Promise<void> {
  const { db } = alliance.airlines.rumos;
  await db.delete(customers);
  await db.update(legs).set({ fareCents: 1 });
  await declareAmnesia(alliance.airlines.rumos, 'a test');
}

const recoverRumos = (without: AirlineCode[] = []) =>
  recover(alliance.airlines.rumos, { without, since: new Date(0), tell: () => undefined, waitMs: 0 });

it('begins a new log, brings back what only its peers still have, and ends in equal copies', async () => {
  await dbOf('rumos').transaction(async (tx) => {
    const { id } = customerCopy();
    await tx.insert(customers).values({ ...customerCopy(), holdsEmail: true });
    await noteChanges(tx, { entity: 'customer', ids: [id] });
  });
  await replicateAll(alliance.airlines);
  await publishFare('giro', 77_000);
  await replicateAll(alliance.airlines);
  await expectEqualCopies();

  await loseMemory();
  await publishFare('boreal', 66_000);
  await publishFare('rumos', 11_000);
  await replicateAll(alliance.airlines);
  const [before] = await dbOf('giro').select().from(changeLogs).where(eq(changeLogs.origin, 'rumos'));
  expect(before).toMatchObject({ epoch: 1 });

  await recoverRumos();
  await replicateAll(alliance.airlines);
  await expectEqualCopies();
  expect(await dbOf('rumos').$count(customers)).toBe(1);
  for (const code of ['giro', 'boreal'] as const) {
    const [log] = await dbOf(code).select().from(changeLogs).where(eq(changeLogs.origin, 'rumos'));
    expect(log?.epoch).toBe(2);
    expect(log?.seq).toBeGreaterThan(startOfLog(2));
    const [leg] = await dbOf(code).select().from(legs).where(eq(legs.legId, interlineLegs.rumos));
    expect(leg?.fareCents).toBe(11_000);
  }
});

it('copies an airline that is away from the log that another one has', async () => {
  await replicateAll(alliance.airlines);
  await publishFare('boreal', 66_000);
  await replicateAll(alliance.airlines);
  await loseMemory();
  alliance.offline.add('boreal');
  alliance.network.fateOf = ({ to, from }) => (to === 'boreal' || from === 'boreal' ? 'lost' : 'delivered');
  await recoverRumos(['boreal']);
  await replicateAll(alliance.airlines);
  const [leg] = await dbOf('rumos').select().from(legs).where(eq(legs.legId, interlineLegs.boreal));
  expect(leg?.fareCents).toBe(66_000);
});
