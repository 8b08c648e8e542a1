import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AirlineCode, airlineCodes } from '../domain/airline-code';
import { hashOf } from './canonical-json';
import { coordinate } from './coordinate';
import type { Event } from './events';
import { perform } from './perform';
import { resolveDue } from './resolve';
import { ToyAlliance } from './testing/toy-alliance';
import type { TransactionLog } from './transaction-log';

let alliance: ToyAlliance;

beforeAll(async () => {
  alliance = await ToyAlliance.start();
});

afterAll(() => alliance.stop());

beforeEach(async () => {
  await alliance.comeToRest();
  for (const code of airlineCodes) {
    const { database, logged } = alliance.engines[code];
    await database.sql`truncate toy_claims, toy_requests`;
    await database.sql`truncate global_transactions`;
    logged.length = 0;
  }
});

const all = { rumos: ['1A'], giro: ['2B'], boreal: ['3C'] };
const others = ['rumos', 'boreal'] as const;

/** Older than any first look, younger than an alarm. */
const dueMs = 8_500;

type Point = 'preparing' | 'committing' | 'accepted by rumos' | 'aborted';

/** What a coordinator at Giro has left behind, with all participants prepared, when it died at this point. */
async function leftBehind(point: Point): Promise<string> {
  const { id, manifest } = alliance.request('giro', all);
  const binding = { manifest, manifestHash: hashOf(manifest) };
  const { giro, rumos } = alliance.engines;
  await perform(giro, id, { event: { kind: 'begin', ...binding, privateWork: null, prepareOwn: true } });
  for (const code of others)
    await perform(alliance.engines[code], id, { event: { kind: 'prepare', ...binding, privateWork: null } });
  const next: Record<Point, Event | null> = {
    preparing: null,
    committing: { kind: 'all-prepared' },
    'accepted by rumos': { kind: 'all-prepared' },
    aborted: { kind: 'give-up', refusal: { code: 'AIRLINE_OFFLINE', airline: 'boreal' } },
  };
  const event = next[point];
  if (event) await perform(giro, id, { event });
  const proposal = { coordinator: 'giro', ballot: 0, value: 'commit', binding, decided: false } as const;
  if (point === 'accepted by rumos')
    await perform(rumos, id, { event: { kind: 'accept', globalTransactionId: id, ...proposal } });
  alliance.nowMs += dueMs;
  return id;
}

const rowAt = (code: AirlineCode, id: string) => alliance.engines[code].transactionLog.find(id);

const decisionsOf = (id: string) =>
  Promise.all(airlineCodes.map(async (code) => (await rowAt(code, id))?.decision ?? null));

async function eventuallyDecided(id: string, decision: string): Promise<void> {
  await alliance.eventually(async () => (await decisionsOf(id)).every((each) => each === decision));
}

/** For the rest of a test this airline neither hears nor answers. */
function lose(code: AirlineCode): void {
  alliance.fault = ({ from, to }) => (from === code || to === code ? 'request lost' : null);
}

const calledNames = () => new Set(alliance.calls.map(({ name }) => name));

describe('a coordinator that comes back', () => {
  it('aborts what was still preparing, everywhere', async () => {
    const id = await leftBehind('preparing');
    await resolveDue(alliance.engines.giro);
    await eventuallyDecided(id, 'abort');
    for (const code of airlineCodes) expect(await alliance.engines[code].seats()).toEqual({});
    const refusal = { code: 'AIRLINE_OFFLINE', airline: 'giro' };
    expect(await rowAt('giro', id)).toMatchObject({ coordinatorState: 'done', refusal });
  });

  it('completes what was committing, and never aborts it', async () => {
    const id = await leftBehind('committing');
    await resolveDue(alliance.engines.giro);
    await eventuallyDecided(id, 'commit');
    expect(await alliance.engines.giro.seats()).toEqual({ '2B': 'sold' });
    expect(calledNames()).not.toContain('abort');
  });

  it('learns that the others have aborted what it was about to commit', async () => {
    const id = await leftBehind('committing');
    lose('giro');
    await resolveDue(alliance.engines.rumos);
    alliance.fault = () => null;
    await resolveDue(alliance.engines.giro);
    expect(await decisionsOf(id)).toEqual(['abort', 'abort', 'abort']);
    expect(await alliance.engines.giro.seats()).toEqual({});
  });

  it('tells a commit to those that have not acknowledged it, until they have', async () => {
    const id = await leftBehind('committing');
    const { giro } = alliance.engines;
    await perform(giro, id, { event: { kind: 'acknowledged', from: 'rumos', decided: true } });
    await resolveDue(giro);
    await alliance.eventually(async () => (await rowAt('giro', id))?.acknowledged.length === 2);
    expect(alliance.calls.map(({ to, name }) => `${name} ${to}`)).toEqual(['accept boreal']);
    alliance.calls.length = 0;
    alliance.nowMs += dueMs;
    await resolveDue(giro);
    expect(alliance.calls).toEqual([]);
  });

  it('does not abort what another process on the same database has meanwhile begun to commit', async () => {
    const id = await leftBehind('preparing');
    const { giro } = alliance.engines;
    // T3 of the other process comes between our look at the row and our lock of it.
    let isFirst = true;
    const inTx: TransactionLog['inTx'] = async (run) => {
      if (isFirst) {
        isFirst = false;
        await perform(giro, id, { event: { kind: 'all-prepared' } });
      }
      return giro.transactionLog.inTx(run);
    };
    await resolveDue({ ...giro, transactionLog: { ...giro.transactionLog, inTx } });
    await eventuallyDecided(id, 'commit');
    expect(calledNames()).not.toContain('abort');
  });

  it('bothers nobody about purchases that need nobody else', async () => {
    await coordinate(alliance.engines.giro, alliance.request('giro', { giro: ['9F'] }));
    alliance.nowMs += dueMs;
    await resolveDue(alliance.engines.giro);
    expect(alliance.calls).toEqual([]);
  });
});

describe('without the coordinator, for ever', () => {
  it.each([
    ['preparing', 'abort'],
    ['committing', 'abort'],
    ['aborted', 'abort'],
    ['accepted by rumos', 'commit'],
  ] as const)('what it left %s ends with %s at the others', async (point, decision) => {
    const id = await leftBehind(point);
    lose('giro');
    await resolveDue(alliance.engines.boreal);
    for (const code of others) {
      expect((await rowAt(code, id))?.decision).toBe(decision);
      const seats = Object.values(await alliance.engines[code].seats());
      expect(seats).toEqual(decision === 'commit' ? ['sold'] : []);
      expect(alliance.engines[code].logged).not.toContain('protocol alarm');
    }
  });

  it('a participant decides with a witness that had never heard of it', async () => {
    const { id, manifest } = alliance.request('giro', { rumos: ['1A'], giro: ['2B'] });
    const binding = { manifest, manifestHash: hashOf(manifest) };
    await perform(alliance.engines.rumos, id, {
      event: { kind: 'prepare', ...binding, privateWork: null },
    });
    lose('giro');
    alliance.nowMs += dueMs;
    await resolveDue(alliance.engines.rumos);
    expect(await rowAt('rumos', id)).toMatchObject({ participantState: 'freed', decision: 'abort' });
    expect(await rowAt('boreal', id)).toMatchObject({ decision: 'abort', accepted: { value: 'abort' } });
  });

  it('two that resolve at once end with one decision', async () => {
    const id = await leftBehind('committing');
    lose('giro');
    await alliance.eventually(async () => {
      await Promise.all(others.map((code) => resolveDue(alliance.engines[code])));
      alliance.nowMs += 1_500;
      const [rumos, , boreal] = await decisionsOf(id);
      return rumos === 'abort' && boreal === 'abort';
    });
  });

  it('two processes on one database end with one decision', async () => {
    const id = await leftBehind('accepted by rumos');
    lose('giro');
    const { boreal } = alliance.engines;
    await Promise.all([resolveDue(boreal), resolveDue(boreal)]);
    await alliance.eventually(async () => {
      await resolveDue(boreal);
      alliance.nowMs += 1_500;
      return (await rowAt('boreal', id))?.decision === 'commit';
    });
  });

  it('an answer lost half-way is found again by asking', async () => {
    const id = await leftBehind('committing');
    alliance.fault = ({ from, to, name }) => {
      if (from === 'giro' || to === 'giro') return 'request lost';
      return name === 'accept' ? 'answer lost' : null;
    };
    await resolveDue(alliance.engines.boreal);
    expect(await rowAt('boreal', id)).toMatchObject({ accepted: { value: 'abort' }, decision: null });
    lose('giro');
    alliance.nowMs += dueMs;
    await resolveDue(alliance.engines.boreal);
    expect((await rowAt('boreal', id))?.decision).toBe('abort');
  });
});

describe('without both others', () => {
  it('nothing is decided, nothing is promised, and an alarm says so after half a minute', async () => {
    const id = await leftBehind('committing');
    alliance.fault = () => 'request lost';
    const { boreal } = alliance.engines;
    await resolveDue(boreal);
    expect(boreal.logged).not.toContain('transaction in doubt');
    alliance.nowMs += 30_000;
    await resolveDue(boreal);
    expect(boreal.logged).toContain('transaction in doubt');
    expect(await rowAt('boreal', id)).toMatchObject({
      participantState: 'prepared',
      decision: null,
      promised: 0,
    });
    expect(await boreal.seats()).toEqual({ '3C': 'prepared' });
  });
});

describe('a row', () => {
  it('is left alone until it is older than any prepare phase', async () => {
    const id = await leftBehind('preparing');
    alliance.nowMs -= dueMs - 4_900;
    for (const code of airlineCodes) await resolveDue(alliance.engines[code]);
    expect(alliance.calls).toEqual([]);
    expect((await rowAt('rumos', id))?.participantState).toBe('prepared');
  });
});
