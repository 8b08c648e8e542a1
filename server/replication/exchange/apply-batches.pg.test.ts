import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeBatches, changeLogs, setAsideChanges } from '@/db/schema';
import type { Airline } from '../../airline';
import { testSignatures } from '../../testing/signatures';
import { type ChangeBatch, maxBatchBytes, signBatch } from '../change-log/change-batch';
import { readVector } from '../change-log/read-vector';
import type { Replication } from '../entity';
import { createNoteAlliance, type NoteAlliance, noteEntity, notesOf } from '../testing/notes';
import { startOfLog } from '../version-vector';
import { applyBatches } from './apply-batches';
import { retrySetAside } from './retry-set-aside';

let alliance: NoteAlliance;
let giro: Replication;
let db: Airline['db'];

beforeAll(async () => {
  alliance = await createNoteAlliance();
  giro = alliance.replications.giro;
  db = giro.airline.db;
});
afterAll(() => alliance.close());

beforeEach(async () => {
  await db.execute('truncate notes, change_logs, change_batches, set_aside_changes');
});

const stamp = '2026-12-01T12:00:00.000Z-0000-rumos';

/** A batch of Rumos' log as its sequencer would sign it: one entry per note, `name text`. */
function batch(firstSeq: number, notes: readonly string[], fields: Partial<ChangeBatch> = {}): ChangeBatch {
  const entries = notes.map((note) => {
    const [name, text] = note.split(' ');
    return { entity: 'note', id: `rumos:${name}`, schema: 1, state: { text } };
  });
  return signed({ firstSeq, lastSeq: firstSeq + notes.length - 1, body: JSON.stringify(entries), ...fields });
}

function signed(fields: Partial<ChangeBatch>): ChangeBatch {
  const position = { origin: 'rumos' as const, epoch: 1, firstSeq: 1, lastSeq: 1, stamp, body: '[]' };
  return signBatch(testSignatures('rumos'), { ...position, ...fields });
}

const apply = (...batches: ChangeBatch[]) => applyBatches(giro, 'rumos', batches);
const notes = () => notesOf(db, 'rumos');
const everything = async () => ({
  notes: await notes(),
  batches: await db.select().from(changeBatches).orderBy(asc(changeBatches.firstSeq)),
  logs: await db.select().from(changeLogs),
  aside: await db.select().from(setAsideChanges),
});

it('stores the batch as it was signed, writes the copies and moves the vector', async () => {
  const first = batch(1, ['a one', 'b two']);
  expect(await apply(first)).toBe(2);
  expect(await notes()).toEqual({ 'rumos:a': 'one', 'rumos:b': 'two' });
  expect(await db.select().from(changeBatches)).toEqual([{ ...first, storedAt: alliance.time.now }]);
  expect(await readVector(db)).toEqual({ rumos: { epoch: 1, seq: 2 } });
});

it('changes nothing by a batch that it has, alone or before the next one', async () => {
  const [first, second] = [batch(1, ['a one']), batch(2, ['a two'])];
  await apply(first);
  expect(await apply(first)).toBe(0);
  expect(await apply(first, second)).toBe(1);
  expect(await apply(first)).toBe(0);
  expect(await notes()).toEqual({ 'rumos:a': 'two' });
});

it('lets one of two that bring the same batch at once win', async () => {
  const first = batch(1, ['a one', 'b two']);
  const entries = await Promise.all([apply(first), apply(first), apply(first)]);
  expect(entries.toSorted()).toEqual([0, 0, 2]);
  expect(await db.$count(changeBatches)).toBe(1);
});

it('applies of several states of one entity the last', async () => {
  await apply(batch(1, ['a one', 'b x', 'a two']), batch(4, ['a three']));
  expect(await notes()).toEqual({ 'rumos:a': 'three', 'rumos:b': 'x' });
});

it('begins a log of a later epoch at its own first place', async () => {
  const start = startOfLog(2);
  await apply(batch(start + 1, ['a one'], { epoch: 2 }));
  expect(await readVector(db)).toEqual({ rumos: { epoch: 2, seq: start + 1 } });
});

it('applies nothing while the snapshot of that origin is being copied', async () => {
  const bootstrap = { epoch: 1, seq: 5, entity: 'note', after: null };
  await db.insert(changeLogs).values({ origin: 'rumos', epoch: 1, seq: 0, bootstrap });
  expect(await apply(batch(1, ['a one']))).toBe(0);
  expect(await notes()).toEqual({});
});

describe('refuses, names the fault and changes nothing', () => {
  const first = batch(1, ['a one', 'b two']);
  const next = batch(3, ['c three']);
  const tamper = (fields: Partial<ChangeBatch>) => [{ ...next, ...fields }];
  const cases: [string, string, ChangeBatch[]][] = [
    ['a gap', 'gapped', [batch(4, ['c three'])]],
    ['the second of two that have a gap between them', 'gapped', [next, batch(5, ['d four'])]],
    ['two in the wrong order', 'gapped', [batch(4, ['d four']), next]],
    ['one that is partly known', 'overlapping', [batch(2, ['b two', 'c three'])]],
    ['another epoch', 'epoch', [batch(startOfLog(2) + 1, ['c three'], { epoch: 2 })]],
    ['a body that was changed on the way', 'forged', tamper({ body: next.body.replace('three', 'thief') })],
    ['a place that was changed on the way', 'forged', tamper({ firstSeq: 4, lastSeq: 4 })],
    [
      'a stamp that was changed on the way',
      'forged',
      tamper({ stamp: stamp.replace('0000-rumos', '0001-rumos') }),
    ],
    ['a key that is not its origin’s', 'forged', tamper(testSignatures('boreal').sign('anything'))],
    ['a relay’s own signature', 'forged', [signBatch(testSignatures('boreal'), next)]],
    ['another airline’s batch among these', 'foreign', tamper({ origin: 'boreal' })],
    ['more entries than its places', 'garbled', [batch(3, ['c three', 'd four'], { lastSeq: 3 })]],
    [
      'a body that is no list of entries',
      'garbled',
      [signed({ firstSeq: 3, lastSeq: 3, body: '{"entity":1}' })],
    ],
    ['a body that is no JSON', 'garbled', [signed({ firstSeq: 3, lastSeq: 3, body: '[' })]],
    [
      'the stamp of another airline',
      'garbled',
      [batch(3, ['c three'], { stamp: stamp.replace('rumos', 'giro') })],
    ],
    ['a body that is too large', 'oversized', [batch(3, [`c ${'x'.repeat(maxBatchBytes)}`])]],
  ];

  it.each(cases)('%s', async (_name, fault, batches) => {
    await apply(first);
    const before = await everything();
    await expect(apply(...batches)).rejects.toMatchObject({ name: 'BatchRefused', fault });
    expect(await everything()).toEqual(before);
  });

  it('what is said to be its own log', async () => {
    const own = signBatch(testSignatures('giro'), { ...next, origin: 'giro' });
    await expect(applyBatches(giro, 'giro', [own])).rejects.toMatchObject({ fault: 'foreign' });
  });

  it('the beginning of a log that does not begin at its beginning', async () => {
    await expect(apply(next)).rejects.toMatchObject({ fault: 'gapped' });
    expect(await db.$count(changeLogs)).toBe(0);
  });
});

describe('an entry that cannot be applied', () => {
  const entry = (id: string, state: unknown, more: object = {}) => ({
    entity: 'note',
    id,
    schema: 1,
    state,
    ...more,
  });
  const later = '2026-12-01T12:02:00.000Z';
  const mixed = [
    entry('rumos:fine', { text: 'fine', ofTomorrow: true }),
    entry('giro:theft', { text: 'not mine' }),
    entry('rumos:odd', { text: 7 }),
    entry('rumos:new', {}, { entity: 'lounge' }),
    entry('rumos:newer', { text: 'newer' }, { schema: 2 }),
    entry('rumos:future', { text: 'future', from: later }),
    entry('rumos:nul', { text: '\u0000' }),
    entry('rumos:half', { text: '\ud83d' }),
    entry('rumos:\u0000', { text: 'nobody' }, { entity: 'lounge\u0000' }),
  ];
  /** No log stands still because PostgreSQL has neither NUL nor half a character. */
  const unstorable = ['7 unreadable', '8 unreadable', '9 unknown'];
  const applyMixed = () => apply(signed({ firstSeq: 1, lastSeq: mixed.length, body: JSON.stringify(mixed) }));
  const aside = async () => {
    const rows = await db.select().from(setAsideChanges).orderBy(asc(setAsideChanges.seq));
    return rows.map(({ seq, reason }) => `${seq} ${reason}`);
  };

  it('is set aside with its reason, and the others are applied', async () => {
    expect(await applyMixed()).toBe(9);
    expect(await notes()).toEqual({ 'rumos:fine': 'fine' });
    expect(await aside()).toEqual([
      '2 foreign',
      '3 unreadable',
      '4 unknown',
      '5 unknown',
      '6 future',
      ...unstorable,
    ]);
    expect(await readVector(db)).toEqual({ rumos: { epoch: 1, seq: 9 } });
  });

  it('from the future is applied when its time has come', async () => {
    await applyMixed();
    const now = alliance.time.now;
    expect(await retrySetAside(giro, ['future'])).toBe(0);
    alliance.time.now = new Date(later);
    expect(await retrySetAside(giro, ['future'])).toBe(1);
    alliance.time.now = now;
    expect(await notes()).toEqual({ 'rumos:fine': 'fine', 'rumos:future': 'future' });
    expect(await aside()).toEqual(['2 foreign', '3 unreadable', '4 unknown', '5 unknown', ...unstorable]);
  });

  it('of a newer version is applied after the upgrade, and not by the version that cannot read it', async () => {
    await applyMixed();
    expect(await retrySetAside(giro, ['unknown', 'unreadable'])).toBe(0);
    const upgraded = { ...noteEntity, schemaVersion: 2 };
    const lounges = { ...noteEntity, name: 'lounge', apply: async () => [] };
    expect(await retrySetAside({ ...giro, entities: [upgraded, lounges] }, ['unknown'])).toBe(2);
    expect(await notes()).toMatchObject({ 'rumos:newer': 'newer' });
    expect(await aside()).toEqual(['2 foreign', '3 unreadable', '6 future', ...unstorable]);
  });

  it('does not overwrite what has become newer since', async () => {
    await applyMixed();
    await apply(batch(10, ['future newer']));
    alliance.time.now = new Date(later);
    await retrySetAside(giro, ['future']);
    expect(await notes()).toMatchObject({ 'rumos:future': 'newer' });
  });
});
