import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from './canonical-json';
import type { Event } from './events';
import type { Manifest } from './manifest';
import { perform } from './perform';
import { prepareWithPatience } from './prepare-with-patience';
import { ToyAlliance, type ToyEngine } from './testing/toy-alliance';
import { newTransaction } from './transaction';

let alliance: ToyAlliance;
let rumos: ToyEngine;
let holder: Manifest;
let waiter: Manifest;

beforeAll(async () => {
  alliance = await ToyAlliance.start();
  rumos = alliance.engines.rumos;
});

afterAll(() => alliance.stop());

function prepare(manifest: Manifest): Event {
  return { kind: 'prepare', manifest, manifestHash: hashOf(manifest), privateWork: null };
}

function wanting(seat: string): Manifest {
  const participants = ['rumos', 'giro'] as const;
  return {
    globalTransactionId: randomUUID(),
    coordinator: 'giro',
    participants: [...participants],
    work: { rumos: [seat] },
  };
}

const decide = (manifest: Manifest, value: 'commit' | 'abort') => {
  const id = manifest.globalTransactionId;
  const accept: Event = {
    kind: 'accept',
    globalTransactionId: id,
    coordinator: 'giro',
    ballot: 0,
    value: 'commit',
    binding: { manifest, manifestHash: hashOf(manifest) },
    decided: false,
  };
  const abort: Event = { kind: 'abort', globalTransactionId: id, coordinator: 'giro' };
  return perform(rumos, id, { event: value === 'commit' ? accept : abort });
};

/** The waiter's PREPARE, while the holder has the seat. */
function wait(waitMs = 1_500) {
  const asked = { ...newTransaction(waiter.globalTransactionId, 'giro'), manifest: waiter };
  return prepareWithPatience(rumos, asked, { event: prepare(waiter), waitMs });
}

beforeEach(async () => {
  await rumos.database.sql`truncate toy_claims`;
  [holder, waiter] = [wanting('1A'), wanting('1A')];
  await perform(rumos, holder.globalTransactionId, { event: prepare(holder) });
});

const waiterRow = () => rumos.transactionLog.find(waiter.globalTransactionId);

describe('a prepare that meets a contested seat', () => {
  it('waits until the holder lets go, and then has it', async () => {
    rumos.work.onWait = async () => void (await decide(holder, 'abort'));
    const taken = await wait();
    expect(taken).toMatchObject({ kind: 'stepped', step: { reply: { vote: { kind: 'yes' } } } });
    expect((await waiterRow())?.participantState).toBe('prepared');
  });

  it('waits until the holder has bought it, and then hears sold', async () => {
    rumos.work.onWait = async () => void (await decide(holder, 'commit'));
    const taken = await wait();
    expect(taken).toMatchObject({
      step: { reply: { vote: { kind: 'no', refusal: { code: 'SEAT_TAKEN' } } } },
    });
    expect((await waiterRow())?.participantState).toBe('refused');
  });

  it('gives up when its time is over, with a no that is not stored', async () => {
    const waits: number[] = [];
    rumos.work.onWait = async (timeoutMs) => {
      waits.push(timeoutMs);
      alliance.nowMs += 400;
    };
    const taken = await wait();
    const refusal = { code: 'SEAT_CONTESTED', airline: 'rumos', legId: 'toy', seat: '1A' };
    expect(taken).toEqual({ kind: 'no', refusal });
    expect(waits).toEqual([1_500, 1_100, 700, 300]);
    expect(await waiterRow()).toBeNull();
    // The same transaction may ask again, and gets an answer that fits the new state.
    await decide(holder, 'abort');
    expect(await wait(0)).toMatchObject({ kind: 'stepped', step: { reply: { vote: { kind: 'yes' } } } });
  });

  it('holds no connection while it waits', async () => {
    let busy = -1;
    rumos.work.onWait = async () => {
      const [row] = await rumos.database.sql<{ count: number }[]>`
        select count(*)::int as count from pg_stat_activity
        where datname = current_database() and state like 'idle in transaction%'`;
      busy = row?.count ?? -1;
      await decide(holder, 'abort');
    };
    await wait();
    expect(busy).toBe(0);
  });

  it('waits no longer once its own coordinator has aborted', async () => {
    rumos.work.onWait = async () => void (await decide(waiter, 'abort'));
    const taken = await wait();
    expect(taken).toMatchObject({ kind: 'stepped', step: { reply: { vote: { kind: 'no' } } } });
    expect((await waiterRow())?.participantState).toBe('freed');
    expect(await rumos.seats()).toEqual({ '1A': 'prepared' });
  });

  it('never waits longer at a time than it was allowed in all, even when the clock is set back', async () => {
    const waits: number[] = [];
    rumos.work.onWait = async (timeoutMs) => {
      waits.push(timeoutMs);
      alliance.nowMs -= 3_600_000;
      if (waits.length === 2) await decide(holder, 'abort');
    };
    await wait();
    expect(Math.max(...waits)).toBeLessThanOrEqual(1_500);
  });

  it('lets faults of the database through', async () => {
    const broken = {
      ...rumos,
      work: { ...rumos.work, prepare: () => Promise.reject(new Error('disk full')) },
    };
    const asked = { ...newTransaction(waiter.globalTransactionId, 'giro'), manifest: waiter };
    await expect(prepareWithPatience(broken, asked, { event: prepare(waiter), waitMs: 0 })).rejects.toThrow(
      'disk full',
    );
  });
});
