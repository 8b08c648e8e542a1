import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LegId } from '../domain/leg';
import { SeatLines, type SeatOfLeg, type SeatPlace, type Turn } from './seat-lines';

const legId = 'rumos:1:2026-12-01:GRU' as LegId;
const a: SeatOfLeg = { legId, seat: '1A' };
const b: SeatOfLeg = { legId, seat: '1B' };
const go = { kind: 'go' };

let lines: SeatLines;
/** Who has been told what, in order. */
let told: [string, Turn['kind']][];

beforeEach(() => {
  vi.useFakeTimers();
  lines = new SeatLines({ longest: 5, pollMs: 250 });
  told = [];
});
afterEach(() => vi.useRealTimers());

/** Takes a place and asks for a turn; the answer is noted in `told`. */
function comes(owner: string, seats: SeatOfLeg[] = [a], timeoutMs = 1_500) {
  const place = lines.lineUp(owner, seats);
  return { place, turn: asks(owner, place, timeoutMs) };
}

async function asks(owner: string, place: SeatPlace, timeoutMs = 1_500): Promise<Turn> {
  const turn = await place.turn(timeoutMs);
  told.push([owner, turn.kind]);
  return turn;
}

const settle = () => vi.advanceTimersByTimeAsync(0);

it('lets one at a time try for a seat, in order of arrival', async () => {
  const first = comes('first');
  const second = comes('second');
  comes('third');
  await settle();
  expect(told).toEqual([['first', 'go']]);
  first.place.leave({ isPrepared: false });
  await settle();
  second.place.leave({ isPrepared: false });
  await settle();
  expect(told.map(([owner]) => owner)).toEqual(['first', 'second', 'third']);
});

it('lets others pass who want other seats', async () => {
  comes('first', [a]);
  expect(await comes('other', [b]).turn).toEqual(go);
});

it('lets nobody try while one has the seat prepared, and only the next one when it is released', async () => {
  comes('holder').place.leave({ isPrepared: false });
  const holder = comes('holder');
  comes('second');
  comes('third');
  await settle();
  holder.place.leave({ isPrepared: true });
  await vi.advanceTimersByTimeAsync(200);
  expect(told.filter(([, kind]) => kind === 'go').map(([owner]) => owner)).not.toContain('second');
  lines.release([a]);
  await settle();
  expect(told.at(-1)).toEqual(['second', 'go']);
  expect(told.map(([owner]) => owner)).not.toContain('third');
});

it('refuses everybody at once when the seat is sold, without an attempt', async () => {
  const holder = comes('holder');
  comes('second');
  comes('third', [b, a]);
  await settle();
  holder.place.leave({ isPrepared: true });
  lines.sell([a]);
  await settle();
  expect(told).toEqual([
    ['holder', 'go'],
    ['second', 'sold'],
    ['third', 'sold'],
  ]);
});

it('lets who comes after the sale see for themselves', async () => {
  const holder = comes('holder');
  comes('second');
  await settle();
  holder.place.leave({ isPrepared: true });
  lines.sell([a]);
  const late = comes('late');
  await settle();
  expect(told.at(-1)).toEqual(['second', 'sold']);
  lines.release([a]);
  late.place.leave({ isPrepared: false });
});

it('tells a repetition of what has the seat to try at once, which hears yes', async () => {
  const holder = comes('holder');
  const waiting = comes('second');
  await settle();
  holder.place.leave({ isPrepared: true });
  expect(await comes('holder').turn).toEqual(go);
  waiting.place.leave({ isPrepared: false });
});

it('makes who met a contested seat wait for a release', async () => {
  const { place, turn } = comes('first');
  await turn;
  void asks('first', place);
  await settle();
  expect(told).toEqual([['first', 'go']]);
  lines.release([a]);
  await settle();
  expect(told).toEqual([
    ['first', 'go'],
    ['first', 'go'],
  ]);
});

it('misses no release that comes during an attempt', async () => {
  const { place, turn } = comes('first');
  await turn;
  lines.release([a]);
  expect(await place.turn(0)).toEqual(go);
});

it('lets the first in line alone look again from time to time: another process may have decided', async () => {
  const { place, turn } = comes('first');
  comes('second');
  await turn;
  void asks('first', place);
  await vi.advanceTimersByTimeAsync(240);
  expect(told).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(20);
  expect(told).toEqual([
    ['first', 'go'],
    ['first', 'go'],
  ]);
});

it('sends away who has waited as long as allowed, naming the seat that is in the way', async () => {
  comes('first', [b]);
  const { turn } = comes('second', [a, b], 1_000);
  await vi.advanceTimersByTimeAsync(999);
  expect(told).toEqual([['first', 'go']]);
  await vi.advanceTimersByTimeAsync(1);
  expect(await turn).toEqual({ kind: 'late', ...b });
});

it('asks nobody to wait who may not, and lets them try when nobody is before them', async () => {
  expect(await comes('first', [a], 0).turn).toEqual(go);
  expect(await comes('second', [a], 0).turn).toEqual({ kind: 'late', ...a });
});

it('goes on without somebody who gave up, first in line or not', async () => {
  const first = comes('first');
  const second = comes('second', [a], 100);
  comes('third');
  await vi.advanceTimersByTimeAsync(100);
  second.place.leave({ isPrepared: false });
  first.place.leave({ isPrepared: false });
  await settle();
  expect(told).toEqual([
    ['first', 'go'],
    ['second', 'late'],
    ['third', 'go'],
  ]);
});

it('lets nobody wait in a circle: who came first is first for every seat', async () => {
  const first = comes('first', [a, b]);
  const second = comes('second', [b, a]);
  await settle();
  expect(told).toEqual([['first', 'go']]);
  first.place.leave({ isPrepared: false });
  await settle();
  expect(told).toEqual([
    ['first', 'go'],
    ['second', 'go'],
  ]);
  second.place.leave({ isPrepared: false });
});

it('is no longer than its limit, and sends away who comes then', async () => {
  for (const owner of ['1', '2', '3', '4', '5']) comes(owner);
  expect(await comes('6').turn).toEqual({ kind: 'full', ...a });
});

it('forgets a seat that nobody wants any more', async () => {
  const first = comes('first', [a, b]);
  const second = comes('second', [b]);
  await settle();
  expect(lines.size).toBe(2);
  first.place.leave({ isPrepared: true });
  second.place.leave({ isPrepared: false });
  expect(lines.size).toBe(0);
});
