import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AirlineCode } from '../domain/airline-code';
import { hashOf } from './canonical-json';
import type { Event } from './events';
import type { Manifest } from './manifest';
import { perform } from './perform';
import { ToyAlliance, type ToyEngine } from './testing/toy-alliance';
import { newTransaction } from './transaction';
import { Contested } from './work';

let alliance: ToyAlliance;
let rumos: ToyEngine;

beforeAll(async () => {
  alliance = await ToyAlliance.start();
  rumos = alliance.engines.rumos;
});

afterAll(() => alliance.stop());

beforeEach(async () => {
  await rumos.database.sql`truncate toy_claims, toy_requests`;
  rumos.work.calls.length = 0;
});

function manifestOf(coordinator: AirlineCode, seats: string[]): Manifest {
  const participants: AirlineCode[] = coordinator === 'rumos' ? ['rumos'] : ['rumos', coordinator];
  return { globalTransactionId: randomUUID(), coordinator, participants, work: { rumos: seats } };
}

function prepare(manifest: Manifest): Event & { kind: 'prepare' } {
  return { kind: 'prepare', manifest, manifestHash: hashOf(manifest), privateWork: null };
}

function acceptOf(manifest: Manifest): Event {
  const { globalTransactionId, coordinator } = manifest;
  const binding = { manifest, manifestHash: hashOf(manifest) };
  return {
    kind: 'accept',
    globalTransactionId,
    coordinator,
    ballot: 0,
    value: 'commit',
    binding,
    decided: false,
  };
}

const stored = (id: string) => rumos.transactionLog.find(id);

/** PREPARE of a transaction of Giro's that wants these seats of Rumos. */
async function prepareAt(engine: ToyEngine, seats: string[]): Promise<Manifest> {
  const manifest = manifestOf('giro', seats);
  await perform(engine, manifest.globalTransactionId, { event: prepare(manifest) });
  return manifest;
}

describe('one event', () => {
  it('makes vote and seats durable together', async () => {
    const manifest = await prepareAt(rumos, ['1A', '1B']);
    expect(await stored(manifest.globalTransactionId)).toMatchObject({
      participantState: 'prepared',
      decision: null,
    });
    expect(await rumos.seats()).toEqual({ '1A': 'prepared', '1B': 'prepared' });
    expect(rumos.work.calls).toEqual(['prepare']);
  });

  it('makes decision and sale durable together, and tells the work afterwards, once', async () => {
    const manifest = await prepareAt(rumos, ['1A']);
    const accept = acceptOf(manifest);
    const [first, second] = [
      await perform(rumos, manifest.globalTransactionId, { event: accept }),
      await perform(rumos, manifest.globalTransactionId, { event: accept }),
    ];
    expect(first?.reply).toEqual({ kind: 'ack', decision: 'commit' });
    expect(second?.reply).toEqual(first?.reply);
    expect(await rumos.seats()).toEqual({ '1A': 'sold' });
    expect(rumos.work.calls).toEqual(['prepare', 'commit', 'afterDecision']);
  });

  it('leaves neither decision nor sale when the work fails', async () => {
    const manifest = await prepareAt(rumos, ['1A']);
    rumos.work.failNextCommit = new Error('disk full');
    const event = acceptOf(manifest);
    await expect(perform(rumos, manifest.globalTransactionId, { event })).rejects.toThrow('disk full');
    expect(await stored(manifest.globalTransactionId)).toMatchObject({
      participantState: 'prepared',
      decision: null,
      accepted: null,
    });
    expect(await rumos.seats()).toEqual({ '1A': 'prepared' });
    expect(rumos.work.calls).not.toContain('afterDecision');
    const again = await perform(rumos, manifest.globalTransactionId, { event });
    expect(again?.reply).toEqual({ kind: 'ack', decision: 'commit' });
    expect(await rumos.seats()).toEqual({ '1A': 'sold' });
  });

  it('stores a no and nothing of what was already taken for it', async () => {
    const sold = manifestOf('rumos', ['1B']);
    const begin: Event = { ...prepare(sold), kind: 'begin', prepareOwn: true };
    await perform(rumos, sold.globalTransactionId, { event: begin });
    const manifest = manifestOf('giro', ['1A', '1B', '1C']);
    const taken = await perform(rumos, manifest.globalTransactionId, { event: prepare(manifest) });
    expect(taken?.reply).toMatchObject({
      kind: 'vote',
      vote: { kind: 'no', refusal: { code: 'SEAT_TAKEN' } },
    });
    expect(await stored(manifest.globalTransactionId)).toMatchObject({
      participantState: 'refused',
      decision: 'abort',
    });
    expect(await rumos.seats()).toEqual({ '1B': 'sold' });
  });

  it('stores nothing when a seat is contested', async () => {
    const first = await prepareAt(rumos, ['1B']);
    const second = manifestOf('giro', ['1A', '1B']);
    await expect(
      perform(rumos, second.globalTransactionId, { event: prepare(second) }),
    ).rejects.toBeInstanceOf(Contested);
    expect(await stored(second.globalTransactionId)).toBeNull();
    expect(await rumos.seats()).toEqual({ '1B': 'prepared' });
    expect((await stored(first.globalTransactionId))?.participantState).toBe('prepared');
  });

  it('does nothing when the first step in its tx says so', async () => {
    const manifest = manifestOf('giro', ['1A']);
    const task = { event: prepare(manifest), before: async () => false };
    expect(await perform(rumos, manifest.globalTransactionId, task)).toBeNull();
    expect(await stored(manifest.globalTransactionId)).toBeNull();
    expect(rumos.work.calls).toEqual([]);
  });

  it('undoes everything when the last step in its tx fails', async () => {
    const manifest = manifestOf('giro', ['1A']);
    const after = async () => Promise.reject(new Error('no receipt'));
    const task = { event: prepare(manifest), after };
    await expect(perform(rumos, manifest.globalTransactionId, task)).rejects.toThrow('no receipt');
    expect(await stored(manifest.globalTransactionId)).toBeNull();
    expect(await rumos.seats()).toEqual({});
  });

  it('raises an alarm where operators see it', async () => {
    const manifest = manifestOf('giro', ['1A']);
    const event = acceptOf(manifest);
    const taken = await perform(rumos, manifest.globalTransactionId, { event });
    expect(taken?.reply?.kind).toBe('alarm');
    expect(rumos.logged).toContain('protocol alarm');
    expect(await stored(manifest.globalTransactionId)).toBeNull();
  });
});

describe('two first messages of one transaction at the same moment', () => {
  it('the later starts again and finds the row of the earlier', async () => {
    const manifest = manifestOf('giro', ['1A']);
    const id = manifest.globalTransactionId;
    let races = 0;
    const after = async () => {
      if (races++ > 0) return;
      // Another instance stores its first message between our look and our insert.
      const tombstone = {
        ...newTransaction(id, 'giro' as const),
        participantState: 'freed',
        decision: 'abort',
      } as const;
      const now = new Date(alliance.nowMs);
      const { transactionLog } = rumos;
      await transactionLog.inTx((tx) =>
        transactionLog.insert(tx, { ...tombstone, acknowledged: [] }, { now, lookAgainAt: null }),
      );
    };
    const work = {
      ...rumos.work,
      prepare: async (...args: Parameters<typeof rumos.work.prepare>) => {
        const vote = await rumos.work.prepare(...args);
        await after();
        return vote;
      },
    };
    const taken = await perform({ ...rumos, work }, id, { event: prepare(manifest) });
    expect(taken?.reply).toMatchObject({ kind: 'vote', vote: { kind: 'no' } });
    expect(await stored(id)).toMatchObject({ participantState: 'freed', decision: 'abort' });
    expect(await rumos.seats()).toEqual({});
  });

  it.each([2, 8])('%i copies of one PREPARE get the same yes and take the seat once', async (copies) => {
    const manifest = manifestOf('giro', ['1A', '1B']);
    const all = await Promise.all(
      Array.from({ length: copies }, () =>
        perform(rumos, manifest.globalTransactionId, { event: prepare(manifest) }),
      ),
    );
    for (const taken of all) expect(taken?.reply).toEqual({ kind: 'vote', vote: { kind: 'yes' } });
    expect(await rumos.seats()).toEqual({ '1A': 'prepared', '1B': 'prepared' });
  });

  it('PREPARE and ABORT end in abort with the seat free, whoever is first', async () => {
    for (let round = 0; round < 10; round++) {
      const manifest = manifestOf('giro', ['1A']);
      const id = manifest.globalTransactionId;
      await Promise.all([
        perform(rumos, id, { event: prepare(manifest) }),
        perform(rumos, id, { event: { kind: 'abort', globalTransactionId: id, coordinator: 'giro' } }),
      ]);
      expect(await stored(id)).toMatchObject({ participantState: 'freed', decision: 'abort' });
      expect(await rumos.seats()).toEqual({});
    }
  });

  it('two buyers of one seat: one is prepared, the other is contested', async () => {
    const [first, second] = [manifestOf('giro', ['1A']), manifestOf('boreal', ['1A'])];
    const outcomes = await Promise.allSettled(
      [first, second].map((manifest) =>
        perform(rumos, manifest.globalTransactionId, { event: prepare(manifest) }),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(lost?.reason).toBeInstanceOf(Contested);
    const [row] = await rumos.airline.db.execute(sql`select count(*)::int as count from toy_claims`);
    expect(row?.count).toBe(1);
  });
});
