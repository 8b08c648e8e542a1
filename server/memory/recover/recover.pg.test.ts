import { afterEach, beforeEach, expect, it } from 'vitest';
import { abstentions, globalTransactions, memory, recoveries, seatClaims } from '@/db/schema';
import { waitUntil } from '@/scripts/wait-until';
import { promiseProcedure } from '../../atomic-commit/messages';
import type { AirlineCode } from '../../domain/airline-code';
import { isRefusal } from '../../errors';
import type { Call, Fate } from '../../testing/alliance';
import { declareAmnesia } from '../declare-amnesia';
import { ownMemory, readOwnMemory } from '../own-memory';
import { createMemoryAlliance, type MemoryAlliance } from '../testing/memory-alliance';

let alliance: MemoryAlliance;

const rumos = () => alliance.airlines.rumos;
const stateOfRumos = async () => (await ownMemory(rumos()))?.state;
const seatsAtRumos = async () =>
  (await rumos().db.select().from(seatClaims).orderBy(seatClaims.seat)).map(
    ({ seat, state }) => `${seat} ${state}`,
  );
const deliver = () => 'delivered' as const;

beforeEach(async () => {
  alliance = await createMemoryAlliance();
  await alliance.cluster.backUp();
  await alliance.passTime();
});

afterEach(() => alliance.close());

async function loseMemory(): Promise<void> {
  await alliance.cluster.restore();
  await alliance.passTime(1);
  expect(await stateOfRumos()).toBe('amnesiac');
}

/** Boreal asks both for a vote, loses Giro's answer and then falls silent: Rumos and Giro are prepared. */
async function leaveUndecided(seat: string): Promise<void> {
  let isSilent = false;
  alliance.network.fateOf = ({ from, to, procedure }: Call): Fate => {
    if (isSilent && (from === 'boreal' || to === 'boreal')) return 'lost';
    if (from !== 'boreal' || to !== 'giro' || procedure !== 'prepare') return 'delivered';
    isSilent = true;
    return 'answer-lost';
  };
  await alliance.buy(alliance.airlines.boreal, seat, ['rumos', 'giro']);
  expect(await seatsAtRumos()).toContain(`${seat} prepared`);
}

it('goes on where it was interrupted', async () => {
  await alliance.buy(alliance.airlines.giro, '1A');
  await alliance.passTime(1);
  await alliance.buy(alliance.airlines.giro, '2A');
  await alliance.passTime(1);
  await loseMemory();
  await rumos().db.execute(`alter table coupons add constraint power_cut check (seat <> '2A')`);
  await expect(alliance.recover()).rejects.toThrow();
  expect(await seatsAtRumos()).toEqual(['1A sold']);
  expect(await stateOfRumos()).toBe('amnesiac');
  await rumos().db.execute('alter table coupons drop constraint power_cut');
  expect(await alliance.recover()).toMatchObject({ committed: 1, conflicts: [] });
  expect(await seatsAtRumos()).toEqual(['1A sold', '2A sold']);
  expect(await stateOfRumos()).toBe('remembers');
});

it('gets back the sales that it coordinated itself', async () => {
  const { booking } = await alliance.buy(rumos(), '1A', ['giro', 'boreal']);
  const { booking: own } = await alliance.buy(rumos(), '1B', ['rumos', 'boreal']);
  await alliance.passTime(1);
  await loseMemory();
  expect(await alliance.recover()).toMatchObject({ committed: 2, conflicts: [] });
  expect(await seatsAtRumos()).toEqual(['1B sold']);
  const rows = await rumos().db.execute<{ locator: string }>(
    'select record_locator as locator from bookings',
  );
  expect(rows.map(({ locator }) => locator).sort()).toEqual(
    [booking?.recordLocator, own?.recordLocator].sort(),
  );
});

it('waits for the others’ decision where it may have voted', async () => {
  alliance.network.fateOf = ({ procedure }) => (procedure === 'accept' ? 'lost' : 'delivered');
  const buying = alliance.buy(alliance.airlines.boreal, '1A');
  const rowAt = async (code: AirlineCode) =>
    (await alliance.airlines[code].db.select().from(globalTransactions))[0];
  const isProposed = async () => (await rowAt('boreal'))?.coordinatorState === 'committing';
  expect(await waitUntil(isProposed, 15_000, 20)).toBe(true);
  expect(await seatsAtRumos()).toEqual(['1A prepared']);
  await loseMemory();
  await declareAmnesia(alliance.airlines.giro, 'a test');
  await expect(alliance.recover()).rejects.toThrow('giro has forgotten something too');
  await alliance.airlines.giro.db.update(memory).set({ state: 'remembers', reason: null });
  await readOwnMemory(alliance.airlines.giro);
  await expect(alliance.recover()).rejects.toThrow('1 transactions are not decided yet');
  expect(await stateOfRumos()).toBe('amnesiac');

  alliance.network.fateOf = deliver;
  await alliance.passTime(10);
  expect((await buying).status).not.toBe('refused');
  expect((await rowAt('giro'))?.decision).toBe('commit');
  expect(await alliance.recover()).toMatchObject({ committed: 1, conflicts: [], abstained: [] });
  expect(await seatsAtRumos()).toEqual(['1A sold']);
});

it('without an airline that is lost it keeps the seats of what nobody can decide, and never votes in it', async () => {
  await leaveUndecided('1A');
  await loseMemory();
  expect(await seatsAtRumos()).toEqual([]);
  await expect(alliance.recover()).rejects.toThrow('boreal did not answer');
  const report = await alliance.recover(['boreal']);
  expect(report?.abstained).toHaveLength(1);
  expect(await seatsAtRumos()).toEqual(['1A prepared']);
  const [recovery] = await rumos().db.select().from(recoveries);
  expect(recovery).toMatchObject({ without: ['boreal'] });

  const [abstention] = await rumos().db.select().from(abstentions);
  const id = abstention?.globalTransactionId ?? '';
  const ballot = { globalTransactionId: id, coordinator: 'boreal' as const, ballot: 4 };
  const asked = alliance.airlines.giro.peers.call('rumos', promiseProcedure, ballot);
  await expect(asked).rejects.toSatisfy((error) => isRefusal(error) && error.code === 'AIRLINE_RECOVERING');
  expect((await alliance.buy(alliance.airlines.giro, '3A', ['rumos'])).status).toBe('confirmed');

  alliance.network.fateOf = deliver;
  await alliance.passTime(20);
  await alliance.passTime(20);
  expect(await seatsAtRumos()).toEqual(['3A sold']);
});
