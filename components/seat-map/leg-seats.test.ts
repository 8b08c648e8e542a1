import { describe, expect, it } from 'vitest';
import {
  freeSeatsNear,
  hasDoubtfulSeat,
  isComplete,
  type LegSeats,
  legSeatsOf,
  nextPassenger,
  seatsNoLongerHeld,
  seatsWith,
  shownState,
  surchargeOf,
  tripHoldUntilMs,
  withExpiredHold,
  withHeldSeats,
  withLostSeat,
  withoutPending,
  withPending,
  withPublishedSeats,
  withSeatMap,
} from './leg-seats';
import { type SeatMapData, seatsOfMap } from './seat-map-data';
import { buildSeatMap } from './testing/build-seat-map';

const until = '2026-12-01T12:10:00.000Z';

function legSeats(changes: Partial<LegSeats> = {}): LegSeats {
  const seatMap = buildSeatMap();
  return {
    legId: seatMap.legId,
    seatMap,
    silent: false,
    assigned: [null, null],
    holdUntil: null,
    pending: {},
    ...changes,
  };
}

function stateOf(leg: LegSeats, designator: string) {
  const seat = seatsOfMap(leg.seatMap as SeatMapData).find((one) => one.designator === designator);
  return seat && shownState(leg, seat);
}

describe('what a seat looks like', () => {
  it('a request under way shows before the answer, and ends with it', () => {
    const holding = withPending(legSeats(), ['7A'], 'holding');
    expect(stateOf(holding, '7A')).toBe('holding');
    expect(stateOf(withoutPending(holding, ['7A']), '7A')).toBe('free');
  });

  it('an assigned seat is mine even when the last map is older than the hold', () => {
    expect(stateOf(legSeats({ assigned: ['7A', null] }), '7A')).toBe('mine');
  });

  it('a seat that the map still calls mine is free once it is given up', () => {
    expect(stateOf(legSeats({ seatMap: buildSeatMap({ '7A': 'mine' }) }), '7A')).toBe('free');
  });

  it('a lost seat flips at once', () => {
    expect(stateOf(withLostSeat(legSeats(), '7A'), '7A')).toBe('held');
    expect(stateOf(withLostSeat(legSeats({ seatMap: buildSeatMap() }), '7A'), '7B')).toBe('free');
  });
});

describe('who sits where', () => {
  it('starts with the held seats in the order of the passengers', () => {
    const start = {
      legId: 'x',
      seatMap: buildSeatMap(),
      heldSeats: ['7B'],
      holdUntil: until,
      passengerCount: 2,
    };
    expect(legSeatsOf(start)).toMatchObject({ assigned: ['7B', null], holdUntil: until, silent: false });
    expect(legSeatsOf({ ...start, heldSeats: [], seatMap: null })).toMatchObject({
      holdUntil: null,
      silent: true,
    });
  });

  it('the new seat goes to the passenger it was chosen for', () => {
    const leg = legSeats();
    const held = withHeldSeats(leg, { seats: ['7B'], holdUntil: until }, seatsWith(leg, 1, '7B'));
    expect(held.assigned).toEqual([null, '7B']);
    expect(held.holdUntil).toBe(until);
  });

  it('passengers keep their seats when the airline lists them in another order', () => {
    const leg = legSeats({ assigned: ['9C', '7B'], holdUntil: until });
    expect(withHeldSeats(leg, { seats: ['7B', '9C'], holdUntil: until }, leg.assigned).assigned).toEqual([
      '9C',
      '7B',
    ]);
  });

  it('a changed seat replaces the old one of the same passenger, even while both are held', () => {
    const leg = legSeats({ assigned: ['7A', '7B'], holdUntil: until });
    const held = withHeldSeats(leg, { seats: ['7A', '7B', '8C'], holdUntil: until }, seatsWith(leg, 0, '8C'));
    expect(held.assigned).toEqual(['8C', '7B']);
  });

  it('a seat that the airline does not list is not ours', () => {
    const leg = legSeats({ assigned: ['7A', null], holdUntil: until });
    const held = withHeldSeats(leg, { seats: [], holdUntil: null }, leg.assigned);
    expect(held).toMatchObject({ assigned: [null, null], holdUntil: null });
    expect(isComplete(held)).toBe(false);
  });

  it('notices which seats the airline no longer holds for us', () => {
    const leg = legSeats({ assigned: ['7A', '7B'] });
    expect(seatsNoLongerHeld(leg, buildSeatMap({ '7A': 'mine', '7B': 'taken' }))).toEqual(['7B']);
    expect(seatsNoLongerHeld(leg, buildSeatMap({ '7A': 'held', '7B': 'mine' }))).toEqual([]);
  });

  it('asks for the next passenger without a seat', () => {
    expect(nextPassenger(legSeats({ assigned: ['7A', null] }), 0)).toBe(1);
    expect(nextPassenger(legSeats({ assigned: ['7A', '7B'] }), 0)).toBe(0);
  });

  it('an expired hold leaves nobody a seat', () => {
    const leg = withExpiredHold(legSeats({ assigned: ['7A', '7B'], holdUntil: until }));
    expect(leg.assigned).toEqual([null, null]);
    expect(leg.holdUntil).toBeNull();
  });
});

describe('the trip', () => {
  it('has one clock: the first hold to end', () => {
    const later = legSeats({ holdUntil: '2026-12-01T12:14:00.000Z' });
    expect(tripHoldUntilMs([later, legSeats({ holdUntil: until }), legSeats()])).toBe(Date.parse(until));
    expect(tripHoldUntilMs([legSeats()])).toBeNull();
  });

  it('adds the surcharges of the chosen seats', () => {
    expect(surchargeOf(legSeats({ assigned: ['1A', '2B'] }))).toBe(4_500 + 2_500);
    expect(surchargeOf(legSeats({ seatMap: null, assigned: ['1A', null] }))).toBe(0);
  });

  it('an airline that reports itself offline is silent, and its last map stays', () => {
    const leg = withSeatMap(legSeats(), { ...buildSeatMap(), state: 'offline' });
    expect(leg.silent).toBe(true);
    expect(leg.seatMap).not.toBeNull();
  });
});

it('a new map keeps the objects of the seats that did not change', () => {
  const leg = legSeats();
  const next = withSeatMap(leg, buildSeatMap({ '1B': 'taken' }));
  expect(next.seatMap?.rows[0]?.seats[0]).toBe(leg.seatMap?.rows[0]?.seats[0]);
  expect(next.seatMap?.rows[0]?.seats[1]?.state).toBe('taken');
});

describe('freeSeatsNear', () => {
  it('offers the nearest free seats, never taken ones', () => {
    const leg = legSeats({ seatMap: buildSeatMap({ '7B': 'taken' }) });
    expect(freeSeatsNear(withLostSeat(leg, '7A'), '7A', 3)).toEqual(['6A', '7C', '8A']);
  });

  it('offers nothing without a map or for an unknown seat', () => {
    expect(freeSeatsNear(legSeats({ seatMap: null }), '7A', 3)).toEqual([]);
    expect(freeSeatsNear(legSeats(), '44K', 3)).toEqual([]);
  });
});

describe('what an airline publishes of a cabin', () => {
  const published = (takenSeats: string[], heldSeats: string[] = []) => ({ takenSeats, heldSeats });

  it('flips the seats of others: held, then taken, then free again', () => {
    const held = withPublishedSeats(legSeats(), published([], ['7A']));
    expect(stateOf(held, '7A')).toBe('held');
    const taken = withPublishedSeats(held, published(['7A']));
    expect(stateOf(taken, '7A')).toBe('taken');
    expect(stateOf(withPublishedSeats(taken, published([])), '7A')).toBe('free');
  });

  it('leaves the objects of all other seats as they are', () => {
    const leg = legSeats();
    const next = withPublishedSeats(leg, published(['1B']));
    expect(next.seatMap?.rows[0]?.seats[0]).toBe(leg.seatMap?.rows[0]?.seats[0]);
    expect(next.seatMap?.rows[0]?.seats[1]?.state).toBe('taken');
  });

  it('a seat of this purchase stays ours, whatever list it is on, and is free once it is given up', () => {
    const leg = legSeats({ assigned: ['7A', '7B'] });
    const next = withPublishedSeats(leg, published(['7B'], ['7A']));
    expect([stateOf(next, '7A'), stateOf(next, '7B')]).toEqual(['mine', 'mine']);
    expect(stateOf({ ...next, assigned: [null, '7B'] }, '7A')).toBe('free');
  });

  it('a hold that is published before its answer came is not taken for somebody else’s', () => {
    const asked = withPublishedSeats(withPending(legSeats(), ['7A'], 'holding'), published([], ['7A']));
    const answered = { ...withoutPending(asked, ['7A']), assigned: ['7A', null] };
    expect(stateOf({ ...answered, assigned: [null, null] }, '7A')).toBe('free');
  });

  it('a blocked seat stays blocked and not merely taken', () => {
    const leg = legSeats({ seatMap: buildSeatMap({ '9C': 'blocked' }) });
    expect(stateOf(withPublishedSeats(leg, published(['9C'])), '9C')).toBe('blocked');
    expect(stateOf(withPublishedSeats(leg, published([])), '9C')).toBe('free');
  });

  it('a seat of ours without a published hold is doubtful, sold or not', () => {
    const leg = legSeats({ assigned: ['7A', null] });
    expect(hasDoubtfulSeat(leg, published([], ['7A', '9C']))).toBe(false);
    expect(hasDoubtfulSeat(leg, published([]))).toBe(true);
    expect(hasDoubtfulSeat(leg, published(['7A']))).toBe(true);
    expect(hasDoubtfulSeat(legSeats(), published([]))).toBe(false);
  });

  it('changes nothing while there is no map', () => {
    const leg = legSeats({ seatMap: null });
    expect(withPublishedSeats(leg, published(['7A']))).toBe(leg);
  });
});
