import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AirlineCode, airlineCodes } from '../domain/airline-code';
import { hashOf } from './canonical-json';
import { coordinate } from './coordinate';
import type { Event } from './events';
import { perform } from './perform';
import { resumeCoordination } from './resume-coordination';
import { ToyAlliance } from './testing/toy-alliance';
import { findTransaction } from './transaction-log';

let alliance: ToyAlliance;

beforeAll(async () => {
  alliance = await ToyAlliance.start();
});

afterAll(() => alliance.stop());

beforeEach(async () => {
  for (const code of airlineCodes) await alliance.engines[code].database.sql`truncate toy_claims`;
  alliance.calls.length = 0;
});

const all = { rumos: ['1A'], giro: ['2B'], boreal: ['3C'] };
const others = ['rumos', 'boreal'] as const;

/** What a coordinator at Giro has left behind, with all participants prepared, when it died at this point. */
async function leftBehind(point: 'preparing' | 'committing' | 'aborted'): Promise<string> {
  const { id, manifest } = alliance.request('giro', all);
  const bound = { manifest, manifestHash: hashOf(manifest), privateWork: null };
  const { giro } = alliance.engines;
  await perform(giro, id, { event: { kind: 'begin', ...bound, prepareOwn: true } });
  for (const code of others)
    await perform(alliance.engines[code], id, { event: { kind: 'prepare', ...bound } });
  const next: Record<typeof point, Event | null> = {
    preparing: null,
    committing: { kind: 'all-prepared' },
    aborted: { kind: 'give-up', refusal: { code: 'AIRLINE_OFFLINE', airline: 'boreal' } },
  };
  const event = next[point];
  if (event) await perform(giro, id, { event });
  return id;
}

const rowAt = (code: AirlineCode, id: string) => findTransaction(alliance.engines[code].airline.db, id);

async function eventuallyDecided(id: string, decision: string): Promise<void> {
  await alliance.eventually(async () => {
    const rows = await Promise.all(airlineCodes.map((code) => rowAt(code, id)));
    return rows.every((row) => row?.decision === decision);
  });
}

describe('at start-up the coordinator', () => {
  it('aborts what was still preparing, everywhere', async () => {
    const id = await leftBehind('preparing');
    await resumeCoordination(alliance.engines.giro, [id]);
    await eventuallyDecided(id, 'abort');
    for (const code of airlineCodes) expect(await alliance.engines[code].seats()).toEqual({});
    const refusal = { code: 'AIRLINE_OFFLINE', airline: 'giro' };
    expect(await rowAt('giro', id)).toMatchObject({ coordinatorState: 'done', refusal });
  });

  it('completes what was committing, and never aborts it', async () => {
    const id = await leftBehind('committing');
    await resumeCoordination(alliance.engines.giro, [id]);
    await eventuallyDecided(id, 'commit');
    expect(await alliance.engines.giro.seats()).toEqual({ '2B': 'sold' });
    expect(alliance.calls.map(({ name }) => name)).not.toContain('abort');
  });

  it('sends an abort again whose news may not have arrived', async () => {
    const id = await leftBehind('aborted');
    await resumeCoordination(alliance.engines.giro, [id]);
    await eventuallyDecided(id, 'abort');
    for (const code of airlineCodes) expect(await alliance.engines[code].seats()).toEqual({});
    expect((await rowAt('giro', id))?.refusal).toEqual({ code: 'AIRLINE_OFFLINE', airline: 'boreal' });
  });

  it('tells a commit only to those that have not acknowledged it', async () => {
    const id = await leftBehind('committing');
    await perform(alliance.engines.giro, id, { event: { kind: 'acknowledged', from: 'rumos' } });
    await resumeCoordination(alliance.engines.giro, [id]);
    await alliance.eventually(async () => (await rowAt('giro', id))?.acknowledged.length === 2);
    expect(alliance.calls.map(({ to }) => to)).toEqual(['boreal']);
    alliance.calls.length = 0;
    await resumeCoordination(alliance.engines.giro, [id]);
    expect(alliance.calls).toEqual([]);
  });

  it('bothers nobody about its own purchases, other airlines’ and unknown ones', async () => {
    const alone = alliance.request('giro', { giro: ['9F'] });
    await coordinate(alliance.engines.giro, alone);
    const foreign = await leftBehind('preparing');
    const unknown = '00000000-0000-4000-8000-000000000000';
    await resumeCoordination(alliance.engines.giro, [alone.id, unknown]);
    await resumeCoordination(alliance.engines.rumos, [foreign]);
    expect(alliance.calls).toEqual([]);
    expect(await rowAt('rumos', foreign)).toMatchObject({ participantState: 'prepared', decision: null });
  });

  it('does not abort what another process on the same database has meanwhile begun to commit', async () => {
    const id = await leftBehind('preparing');
    const { giro } = alliance.engines;
    // T3 of the other process comes between our look at the row and our lock of it.
    let isFirst = true;
    const db = new Proxy(giro.airline.db, {
      get(target, name, receiver) {
        if (name !== 'transaction' || !isFirst) return Reflect.get(target, name, receiver);
        isFirst = false;
        const run: typeof target.transaction = async (work, config) => {
          await perform(giro, id, { event: { kind: 'all-prepared' } });
          return target.transaction(work, config);
        };
        return run;
      },
    });
    await resumeCoordination({ ...giro, airline: { ...giro.airline, db } }, [id]);
    await eventuallyDecided(id, 'commit');
    expect(alliance.calls.map(({ name }) => name)).not.toContain('abort');
    for (const code of airlineCodes)
      expect(Object.values(await alliance.engines[code].seats())).toEqual(['sold']);
  });
});
