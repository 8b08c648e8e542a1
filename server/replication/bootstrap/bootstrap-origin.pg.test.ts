import { asc, eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cabins, changeBatches, changeLogs, legs, setAsideChanges } from '@/db/schema';
import { cabinTemplates } from '@/db/seed/cabin-templates';
import { legEntity } from '../../catalogue/leg-entity';
import type { AirlineCode } from '../../domain/airline-code';
import type { Cabin } from '../../domain/cabin';
import { checksumsOf } from '../convergence/read-checksums';
import { type CopyingPair, createCopyingPair, publishFlights, pullTail } from '../testing/copying-pair';
import { startOfLog } from '../version-vector';
import { bootstrapOrigin } from './bootstrap-origin';
import type { SnapshotPage } from './messages';

let pair: CopyingPair;

beforeEach(async () => {
  pair = await createCopyingPair();
  await addCabins(cabinTemplates.slice(0, 3));
  await publishFlights(pair.giro, { from: 1, to: 210 });
});

afterEach(() => pair.close());

async function addCabins(layouts: readonly Cabin[]): Promise<void> {
  const rows = layouts.map((layout) => ({ airline: 'giro' as const, code: layout.code, layout }));
  await pair.giro.airline.db.insert(cabins).values(rows);
}

const copy = (options?: { signal?: AbortSignal }) =>
  bootstrapOrigin(pair.rumos, 'giro', { ...options, pageSize: 100 });

async function logHere(origin: AirlineCode = 'giro') {
  const { db } = pair.rumos.airline;
  const [row] = await db.select().from(changeLogs).where(eq(changeLogs.origin, origin));
  return row;
}

async function expectEqual(): Promise<void> {
  const [theirs, ours] = await Promise.all([checksumsOf(pair.giro, 'giro'), checksumsOf(pair.rumos, 'giro')]);
  expect(ours.checksums).toEqual(theirs.checksums);
}

const pagesAsked = () => pair.asked.map(({ input }) => input as { entity: string; after: string | null });

/** Every attempt to write the given page of legs fails, as if the process had been killed. */
function failAtLegPage(page: number): void {
  let pages = 0;
  pair.rumos.entities = pair.rumos.entities.map((entity) =>
    entity.name !== 'leg'
      ? entity
      : {
          ...entity,
          apply: async (tx, airline, changes) => {
            await legEntity.apply(tx, airline, changes);
            pages += 1;
            if (pages >= page) throw new Error('killed');
            return [];
          },
        },
  );
}

describe('a snapshot', () => {
  it('copies everything that its origin has published, and the log goes on from its label', async () => {
    const { label } = await copy();
    expect(label).toEqual({ epoch: 1, seq: 213 });
    await expectEqual();
    expect(await logHere()).toMatchObject({
      ...label,
      bootstrap: null,
      bootstrappedAt: pair.rumos.airline.clock.now(),
    });
    expect(pagesAsked().map(({ entity }) => entity)).toEqual(['cabin', 'leg', 'leg', 'leg']);
    await publishFlights(pair.giro, { from: 10, to: 11, fareCents: 1 });
    expect(await pullTail({ from: pair.giro, to: pair.rumos })).toBe(2);
    await expectEqual();
  });

  it('goes on where it was killed', async () => {
    failAtLegPage(2);
    await expect(copy()).rejects.toThrow('killed');
    const kept = await logHere();
    expect(kept).toMatchObject({ epoch: 0, seq: 0, bootstrap: { epoch: 1, seq: 213, entity: 'leg' } });
    expect(kept?.bootstrap?.after).toBeTruthy();
    const before = pair.asked.length;
    pair.rumos.entities = pair.giro.entities;
    await publishFlights(pair.giro, { from: 1, to: 1, fareCents: 7 });
    expect((await copy()).label).toEqual({ epoch: 1, seq: 213 });
    expect(pagesAsked()[before]).toMatchObject({ entity: 'leg', after: kept?.bootstrap?.after });
    await pullTail({ from: pair.giro, to: pair.rumos });
    await expectEqual();
  });

  it('ends between two pages when it is told to stop', async () => {
    const stop = new AbortController();
    pair.network.deliver = ({ input }, answer) => {
      if ((input as { entity: string }).entity === 'leg') stop.abort(new Error('stopping'));
      return answer;
    };
    await expect(copy({ signal: stop.signal })).rejects.toThrow('stopping');
    expect((await logHere())?.bootstrap).toMatchObject({ entity: 'leg', after: null });
  });

  it('becomes exact by the tail where its origin writes while it is read', async () => {
    let round = 0;
    pair.network.deliver = async (_question, answer) => {
      round += 1;
      // Some of them lie before the page that is on its way, some in it and some behind it.
      await publishFlights(pair.giro, { from: round * 7, to: 200 + round * 6, fareCents: round });
      await pair.giro.airline.db.execute(sql`update cabins set layout = layout || '{"name": "new"}'`);
      return answer;
    };
    const { label } = await copy();
    expect(label.seq).toBe(213);
    while ((await pullTail({ from: pair.giro, to: pair.rumos })) > 0);
    const theirs = (await checksumsOf(pair.giro, 'giro')).checksums.find(({ entity }) => entity === 'leg');
    const ours = (await checksumsOf(pair.rumos, 'giro')).checksums.find(({ entity }) => entity === 'leg');
    expect(ours).toEqual(theirs);
    expect(theirs?.count).toBeGreaterThan(210);
  });

  it('forgets copies that its origin does not have, and keeps those of others', async () => {
    await copy();
    const { db } = pair.rumos.airline;
    const ghost = (airline: string) => sql`
      insert into legs (leg_id, airline, flight_number, service_date, origin, destination, departs_at, arrives_at,
        aircraft, cabin, fare_cents, seats_left, change_seq)
      select ${airline} || ':9999:2026-12-10:GRU', ${airline}, 9999, service_date, origin, destination, departs_at,
        arrives_at, aircraft, cabin, fare_cents, seats_left, 17
      from legs limit 1`;
    await db.execute(ghost('giro'));
    await db.execute(ghost('boreal'));
    await publishFlights(pair.giro, { from: 1, to: 1, fareCents: 3 });
    await copy();
    await expectEqual();
    expect(await db.$count(legs, eq(legs.airline, 'boreal'))).toBe(1);
  });

  it('forgets what only an older log of the same length had', async () => {
    await copy();
    await recoverGiro(2);
    await copy();
    await pair.giro.airline.db.execute(sql`delete from legs where flight_number = 77`);
    await addCabins(cabinTemplates.slice(3, 4));
    await recoverGiro(3);
    expect((await copy()).label).toEqual({ epoch: 3, seq: startOfLog(3) + 213 });
    await expectEqual();
  });

  it('begins anew when its origin begins a new log meanwhile', async () => {
    let isRecovered = false;
    pair.network.deliver = async ({ input }, answer) => {
      if ((input as { after: string | null }).after !== null && !isRecovered) {
        isRecovered = true;
        await recoverGiro(2);
        return { ...(answer as SnapshotPage), epoch: 2, seq: startOfLog(2) + 213 };
      }
      return answer;
    };
    expect((await copy()).label).toEqual({ epoch: 2, seq: startOfLog(2) + 213 });
    await expectEqual();
    expect(pagesAsked().filter(({ entity }) => entity === 'cabin')).toHaveLength(2);
  });

  it('replaces what the log told until its label, for itself and for others', async () => {
    await pullTail({ from: pair.giro, to: pair.rumos });
    const { db } = pair.rumos.airline;
    for (const [seq, reason] of [[1, 'unreadable'] as const, [2, 'future'] as const])
      await db.execute(sql`
        insert into set_aside_changes values ('giro', 1, ${seq}, 'leg', 'x', '{}', ${reason}, now())`);
    expect(await db.$count(changeBatches)).toBeGreaterThan(0);
    await publishFlights(pair.giro, { from: 1, to: 1, fareCents: 3 });
    await copy();
    expect(await db.$count(changeBatches)).toBe(0);
    const kept = await db.select().from(setAsideChanges).orderBy(asc(setAsideChanges.seq));
    expect(kept.map(({ reason }) => reason)).toEqual(['future']);
  });

  it('is copied once however many ask for it', async () => {
    await Promise.all([copy(), copy(), copy()]);
    expect(pagesAsked()).toHaveLength(4);
    await expectEqual();
  });
});

describe('a page', () => {
  it('with a leg of another airline changes nothing', async () => {
    pair.network.deliver = ({ input }, answer) => {
      const page = answer as SnapshotPage;
      if ((input as { entity: string }).entity !== 'leg') return page;
      const [leg, ...others] = page.states;
      return { ...page, states: [{ ...leg, id: 'boreal:1:2026-12-10:GRU' }, ...others] };
    };
    await expect(copy()).rejects.toThrow('the snapshot of giro has a leg that is not its own');
    expect(await pair.rumos.airline.db.$count(legs)).toBe(0);
    expect((await logHere())?.bootstrap).toMatchObject({ entity: 'leg', after: null });
  });

  it('that leads nowhere is refused', async () => {
    pair.network.deliver = (_question, answer) => ({ ...(answer as SnapshotPage), next: 'elsewhere' });
    await expect(copy()).rejects.toThrow('page of the snapshot of giro refused: it ends before elsewhere');
  });

  it('of a log older than the copy is refused', async () => {
    const { label } = await copy();
    pair.network.deliver = (_question, answer) => ({ ...(answer as SnapshotPage), seq: label.seq - 1 });
    await expect(copy()).rejects.toThrow('giro is at 1/212 of its own log, which was at 1/213 before');
    expect(await logHere()).toMatchObject({ ...label, bootstrap: null });
  });
});

/** Giro's database was restored and recovered: it has begun a log of this epoch with all that it has. */
async function recoverGiro(epoch: number): Promise<void> {
  const { db } = pair.giro.airline;
  await db.execute(sql`update memory set epoch = ${epoch}`);
  await db.execute(sql`
    insert into memory (database_oid, timeline, epoch, state, since)
    select 1, 1, ${epoch}::int, 'remembers', now() where not exists (select from memory)`);
  await publishFlights(pair.giro, { from: 1, to: 1 });
}
