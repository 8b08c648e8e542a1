import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Airline } from '../airline';
import { compareMemories } from './compare-memories';
import { ownMemory } from './own-memory';
import { readFacts } from './read-facts';
import { recogniseDatabase } from './recognise-database';
import { createMemoryAlliance, type MemoryAlliance } from './testing/memory-alliance';

let alliance: MemoryAlliance;

const rumos = () => alliance.airlines.rumos;
const stateOf = async (airline: Airline) => (await ownMemory(airline))?.state;

beforeEach(async () => {
  alliance = await createMemoryAlliance();
});

afterEach(() => alliance.close());

it('a clone that starts beside the original has forgotten what the original did since', async () => {
  await alliance.cluster.backUp();
  await alliance.buy(alliance.airlines.giro, '1A');
  await alliance.passTime();
  const clone = await alliance.cluster.startClone();
  await compareMemories(clone);
  await alliance.passTime();
  expect(await stateOf(clone)).toBe('amnesiac');
  expect(await stateOf(rumos())).toBe('remembers');
});

it('of a clone and an original the one that the peers hear first goes on, and the other stops', async () => {
  await alliance.cluster.backUp();
  const original = rumos();
  const clone = await alliance.cluster.startClone();
  await compareMemories(clone);
  await compareMemories(original);
  await compareMemories(clone);
  expect(await stateOf(clone)).toBe('remembers');
  expect(await stateOf(original)).toBe('amnesiac');
});

it('one open link, in either direction, is enough to find out', async () => {
  await alliance.cluster.backUp();
  await alliance.buy(alliance.airlines.giro, '1A');
  await alliance.passTime();
  await alliance.cluster.restore();
  alliance.network.fateOf = ({ from }) => (from === 'rumos' ? 'lost' : 'delivered');
  await alliance.passTime();
  expect(await stateOf(rumos())).toBe('amnesiac');
});

it('two processes on one database are no clones', async () => {
  const second = { ...rumos() };
  for (let round = 0; round < 3; round += 1) {
    await compareMemories(second);
    await alliance.passTime();
  }
  expect([await stateOf(rumos()), await stateOf(second)]).toEqual(['remembers', 'remembers']);
});

it('a dump that was read into another cluster is not the database that it says it is', async () => {
  await recogniseDatabase(rumos(), async (db) => ({
    ...(await readFacts(db)),
    systemIdentifier: '7000000000000000001',
  }));
  expect(await ownMemory(rumos())).toMatchObject({
    state: 'amnesiac',
    reason: expect.stringContaining('another PostgreSQL cluster'),
  });
  expect(await alliance.recover()).toMatchObject({ committed: 0, conflicts: [] });
  await alliance.passTime();
  expect(await ownMemory(rumos())).toMatchObject({ state: 'remembers', epoch: 2 });
});

it('a peer’s receipts tell what was forgotten after the last comparison', async () => {
  await alliance.buy(alliance.airlines.giro, '1A');
  await rumos().db.execute('alter table global_transactions disable trigger all');
  await rumos().db.execute('delete from global_transactions');
  await alliance.cluster.restart();
  await alliance.passTime();
  expect(await ownMemory(rumos())).toMatchObject({
    state: 'amnesiac',
    reason: expect.stringContaining('knows 1 transactions of this airline'),
  });
});
