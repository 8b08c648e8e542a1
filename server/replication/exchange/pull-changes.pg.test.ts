import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeLogs, peerProgress } from '@/db/schema';
import type { AirlineCode } from '../../domain/airline-code';
import type { Call } from '../../testing/alliance';
import { sequenceAll } from '../../testing/replicate';
import type { ChangeBatch } from '../change-log/change-batch';
import { readVector } from '../change-log/read-vector';
import {
  createNoteAlliance,
  type NoteAlliance,
  notesOf,
  renewNoteAlliance,
  writeNote,
} from '../testing/notes';
import { hintProcedure } from './messages';
import { pullChanges } from './pull-changes';
import { receiveHint } from './receive-hint';
import { createHints } from './send-hints';
import { registerPull } from './wake-pull';

let alliance: NoteAlliance;

beforeAll(async () => {
  alliance = await createNoteAlliance();
});
afterAll(() => alliance.close());

beforeEach(async () => {
  await renewNoteAlliance(alliance);
});

const at = (code: AirlineCode) => alliance.replications[code];
const pull = (caller: AirlineCode, peer: AirlineCode) => pullChanges(at(caller), peer);
const seenAt = (code: AirlineCode, origin: AirlineCode) => notesOf(at(code).airline.db, origin);
const logOf = async (code: AirlineCode, origin: AirlineCode) =>
  (await at(code).airline.db.select().from(changeLogs).where(eq(changeLogs.origin, origin)))[0];

function cut(one: AirlineCode, other: AirlineCode): void {
  const isCut = ({ from, to }: Call) => (from === one && to === other) || (from === other && to === one);
  alliance.network.fateOf = (call) => (isCut(call) ? 'lost' : 'delivered');
}

function later(ms: number): Date {
  alliance.time.now = new Date(alliance.time.now.getTime() + ms);
  return alliance.time.now;
}

async function publish(code: AirlineCode, ...notes: [string, string][]): Promise<void> {
  for (const note of notes) await writeNote(at(code).airline, note);
  await sequenceAll(at(code));
}

/** The batches of what has been noted, as a hint would bring them. */
async function sequenced(code: AirlineCode): Promise<ChangeBatch[]> {
  const told: ChangeBatch[] = [];
  await sequenceAll(at(code), (batches) => void told.push(...batches));
  return told;
}

it('brings over everything that a peer has published, once', async () => {
  await publish('rumos', ['a', 'one'], ['b', 'two']);
  expect(await pull('giro', 'rumos')).toEqual({ entries: 2 });
  expect(await pull('giro', 'rumos')).toEqual({ entries: 0 });
  expect(await seenAt('giro', 'rumos')).toEqual({ 'rumos:a': 'one', 'rumos:b': 'two' });
});

it('goes on page by page until it has caught up', async () => {
  await at('rumos').airline.db.execute(sql`
    insert into notes select 'rumos:' || n, 'rumos', repeat('x', 2000), 0 from generate_series(1, 3000) as n`);
  await sequenceAll(at('rumos'));
  expect(await pull('giro', 'rumos')).toEqual({ entries: 3_000 });
  expect(alliance.calls.filter(({ procedure }) => procedure === 'changes').length).toBeGreaterThan(3);
});

describe('through a relay', () => {
  it('learns the news of an airline to which the link is cut, with its own signature', async () => {
    cut('giro', 'rumos');
    await publish('rumos', ['a', 'one']);
    await pull('boreal', 'rumos');
    await expect(pull('giro', 'rumos')).rejects.toThrow('rumos did not answer');
    expect(await pull('giro', 'boreal')).toEqual({ entries: 1 });
    expect(await seenAt('giro', 'rumos')).toEqual({ 'rumos:a': 'one' });
  });

  it('asks for the batches of others only while they do not answer themselves', async () => {
    const wanted = () =>
      alliance.calls
        .filter(({ to }) => to === 'boreal')
        .map(({ input }) => (input as { wants: unknown }).wants);
    await pull('giro', 'rumos');
    await pull('giro', 'boreal');
    alliance.offline.add('rumos');
    await pull('giro', 'boreal');
    expect(wanted()).toEqual([['boreal'], ['rumos', 'boreal']]);
  });

  it('knows until when the copy is complete: as the relay’s copy was, which is never later than now', async () => {
    cut('giro', 'rumos');
    await publish('rumos', ['a', 'one']);
    const asked = later(1_000);
    await pull('boreal', 'rumos');
    later(60_000);
    await pull('giro', 'boreal');
    expect((await logOf('giro', 'rumos'))?.asOf).toEqual(asked);

    const { db } = at('boreal').airline;
    for (const wrongByMs of [-600_000, 600_000]) {
      const asOf = new Date(alliance.time.now.getTime() + wrongByMs);
      await db.update(changeLogs).set({ asOf });
      await pull('giro', 'boreal');
      expect((await logOf('giro', 'rumos'))?.asOf).toEqual(wrongByMs < 0 ? asked : alliance.time.now);
    }
  });

  it('does not take a copy for complete that is behind the relay’s', async () => {
    cut('giro', 'rumos');
    await publish('rumos', ['a', 'one']);
    await pull('boreal', 'rumos');
    await pull('giro', 'boreal');
    const before = await logOf('giro', 'rumos');
    await publish('rumos', ['a', 'two']);
    later(60_000);
    await pull('boreal', 'rumos');
    await at('giro')
      .airline.db.update(changeLogs)
      .set({ bootstrap: { epoch: 1, seq: 9, entity: 'note', after: null } });
    await pull('giro', 'boreal').catch(() => undefined);
    expect((await logOf('giro', 'rumos'))?.asOf).toEqual(before?.asOf);
  });
});

describe('the hour of a copy', () => {
  it('is that of the question which left it complete, also when there was nothing', async () => {
    await publish('rumos');
    await pull('giro', 'rumos');
    expect((await logOf('giro', 'rumos'))?.asOf).toEqual(alliance.time.now);
    const asked = later(5_000);
    await pull('giro', 'rumos');
    expect((await logOf('giro', 'rumos'))?.asOf).toEqual(asked);
  });

  it('is not written at every quiet question, and neither is the peer’s progress', async () => {
    await publish('rumos', ['a', 'one']);
    await pull('giro', 'rumos');
    const [asOf, progress] = [
      (await logOf('giro', 'rumos'))?.asOf,
      await at('rumos').airline.db.select().from(peerProgress),
    ];
    later(2_000);
    await pull('giro', 'rumos');
    expect((await logOf('giro', 'rumos'))?.asOf).toEqual(asOf);
    expect(await at('rumos').airline.db.select().from(peerProgress)).toEqual(progress);
  });
});

describe('a hint', () => {
  it('brings small news at once and is answered with the receiver’s vector', async () => {
    await publish('rumos', ['a', 'one']);
    await pull('giro', 'rumos');
    await pull('boreal', 'rumos');
    const hints = createHints(at('rumos').airline);
    await writeNote(at('rumos').airline, ['a', 'two']);
    await sequenceAll(at('rumos'), hints.tell);
    await hints.flushed();
    // The alliance's own router knows no notes and sets them aside; that they came is what counts here.
    expect((await readVector(at('giro').airline.db)).rumos).toEqual({ epoch: 1, seq: 2 });
    expect(alliance.calls.filter(({ procedure }) => procedure === hintProcedure.name)).toHaveLength(2);
  });

  it('that is lost costs nothing: the next pull brings the news', async () => {
    await publish('rumos', ['a', 'one']);
    await pull('giro', 'rumos');
    alliance.network.fateOf = ({ procedure }) => (procedure === 'hint' ? 'lost' : 'delivered');
    const hints = createHints(at('rumos').airline);
    await writeNote(at('rumos').airline, ['a', 'two']);
    await sequenceAll(at('rumos'), hints.tell);
    await hints.flushed();
    expect(await seenAt('giro', 'rumos')).toEqual({ 'rumos:a': 'one' });
    await pull('giro', 'rumos');
    expect(await seenAt('giro', 'rumos')).toEqual({ 'rumos:a': 'two' });
  });

  it('after a lost one changes nothing here, and wakes the pull that brings both', async () => {
    await publish('rumos', ['a', 'one']);
    await pull('giro', 'rumos');
    await publish('rumos', ['a', 'two']);
    await writeNote(at('rumos').airline, ['a', 'three']);
    const told = await sequenced('rumos');
    const vector = await readVector(at('rumos').airline.db);
    let woken = 0;
    registerPull(at('giro').airline, 'rumos', () => {
      woken += 1;
    });
    const answer = await receiveHint(at('giro'), 'rumos', { vector, batches: told });
    expect(answer.vector.rumos).toEqual({ epoch: 1, seq: 1 });
    expect(await seenAt('giro', 'rumos')).toEqual({ 'rumos:a': 'one' });
    expect(woken).toBe(1);
  });

  it('with a batch that its origin has not signed is refused', async () => {
    await publish('rumos', ['a', 'one']);
    await pull('giro', 'rumos');
    await writeNote(at('rumos').airline, ['a', 'two']);
    const told = await sequenced('rumos');
    const forged = told.map((batch) => ({ ...batch, body: batch.body.replace('two', 'too') }));
    const hint = receiveHint(at('giro'), 'boreal', { vector: {}, batches: forged });
    await expect(hint).rejects.toMatchObject({ code: 'INPUT_INVALID', details: { field: 'batches' } });
    expect(await seenAt('giro', 'rumos')).toEqual({ 'rumos:a': 'one' });
  });
});
