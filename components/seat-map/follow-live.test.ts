import { expect, it } from 'vitest';
import { LiveStore } from '@/components/live/live-store';
import { type LegId, legIdSchema } from '@/server/domain/leg';
import type { LiveEvent } from '@/server/live/live-event';
import type { AirlineFreshness } from '@/server/replication/freshness';
import { followLive, needsAsking } from './follow-live';
import { legSeatsOf, shownState } from './leg-seats';
import { SeatDesk } from './seat-desk';
import { type SeatMapData, type SeatState, seatsOfMap } from './seat-map-data';
import type { SeatService } from './seat-service';
import { buildSeatMap } from './testing/build-seat-map';

const legId: LegId = legIdSchema.parse('giro:1234:2026-12-10:BSB');
const until = '2026-12-01T12:10:00.000Z';

/** A desk with seat 7A held, following a store; `reads` counts how often the airline was asked for its map. */
function openDesk() {
  const airline = { map: buildSeatMap({ '7A': 'mine' }) as SeatMapData, reads: 0 };
  const never = () => new Promise<never>(() => undefined);
  const service: SeatService = {
    readMap: async () => {
      airline.reads += 1;
      return { ok: true, value: airline.map };
    },
    hold: never,
    release: never,
    extend: never,
  };
  const start = { legId, seatMap: airline.map, heldSeats: ['7A'], holdUntil: until, passengerCount: 1 };
  const desk = new SeatDesk([legSeatsOf(start)], service);
  const live = new LiveStore();
  return { airline, desk, live, end: followLive(desk, live) };
}

function legEvent(takenSeats: string[], heldSeats: string[]): LiveEvent {
  const leg = { legId, seatsLeft: 50, fareCents: 20_000, status: 'scheduled' as const, departsAt: until };
  return { kind: 'leg', ...leg, takenSeats, heldSeats };
}

function airlinesEvent(giro: AirlineFreshness['state']): LiveEvent {
  const known = { state: 'live' as const, asOf: until };
  return { kind: 'airlines', airlines: { rumos: known, giro: { state: giro, asOf: until }, boreal: known } };
}

function shown(desk: SeatDesk, designator: string): SeatState | string | undefined {
  const leg = desk.store.leg(0);
  const seat = seatsOfMap(leg.seatMap ?? { rows: [] }).find((one) => one.designator === designator);
  return seat && shownState(leg, seat);
}

it('seats flip from what is published, and nobody is asked', () => {
  const { desk, live, airline } = openDesk();
  live.receive(legEvent([], ['7A', '9C']));
  expect([shown(desk, '9C'), shown(desk, '7A')]).toEqual(['held', 'mine']);
  live.receive(legEvent(['9C'], ['7A']));
  expect(shown(desk, '9C')).toBe('taken');
  live.receive(legEvent([], ['7A']));
  expect(shown(desk, '9C')).toBe('free');
  expect(airline.reads).toBe(0);
});

it('a published state is put on the map once, not again with every other event', () => {
  const { desk, live } = openDesk();
  live.receive(legEvent([], ['7A', '9C']));
  let told = 0;
  desk.store.subscribe(() => told++);
  live.receive(airlinesEvent('live'));
  expect(told).toBe(0);
});

it('asks what became of a seat of ours that nobody holds any more, and tells when it is gone', async () => {
  const { desk, live, airline } = openDesk();
  airline.map = buildSeatMap({ '7A': 'taken' });
  live.receive(legEvent(['7A'], []));
  expect(airline.reads).toBe(1);
  await new Promise(setImmediate);
  expect(desk.store.getState().notice).toEqual({ kind: 'ended', legIndex: 0, seats: ['7A'] });
  expect(shown(desk, '7A')).toBe('taken');
});

it('keeps a seat of ours when what was published is only older than its hold', async () => {
  const { desk, live } = openDesk();
  live.receive(legEvent([], []));
  await new Promise(setImmediate);
  expect(desk.store.getState().notice).toBeNull();
  expect(shown(desk, '7A')).toBe('mine');
});

it('reads the map again when its airline falls silent and when it is back, not in between', async () => {
  const { desk, live, airline } = openDesk();
  live.receive(airlinesEvent('live'));
  expect(airline.reads).toBe(0);
  airline.map = { ...airline.map, state: 'offline' };
  live.receive(airlinesEvent('offline'));
  await new Promise(setImmediate);
  expect(desk.store.leg(0).silent).toBe(true);
  live.receive(airlinesEvent('offline'));
  expect(airline.reads).toBe(1);
  airline.map = { ...airline.map, state: 'live' };
  live.receive(airlinesEvent('live'));
  await new Promise(setImmediate);
  expect(airline.reads).toBe(2);
  expect(desk.store.leg(0).silent).toBe(false);
});

it('hears nothing once it has ended', () => {
  const { desk, live, end } = openDesk();
  end();
  live.receive(legEvent(['9C'], ['7A']));
  expect(shown(desk, '9C')).toBe('free');
});

it('a map is asked for only while it does not come by itself', () => {
  const { desk, live } = openDesk();
  const leg = desk.store.leg(0);
  live.receive(airlinesEvent('live'));
  expect(needsAsking(live.getState(), leg)).toBe(false);
  expect(needsAsking(live.getState(), { ...leg, silent: true })).toBe(true);
  live.receive(airlinesEvent('stale'));
  expect(needsAsking(live.getState(), leg)).toBe(true);
  live.receive(airlinesEvent('live'));
  live.setLost(true);
  expect(needsAsking(live.getState(), leg)).toBe(true);
});
