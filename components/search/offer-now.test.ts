import { describe, expect, it } from 'vitest';
import { legIdOf } from '@/server/domain/leg';
import type { PublishedLeg } from '@/server/live/live-event';
import type { AirlineFreshness, FreshnessByAirline } from '@/server/replication/freshness';
import { isListStale, type ListedLeg, offerNow } from './offer-now';

const day = { serviceDate: '2026-12-22' };
const departsAt = '2026-12-22T12:00:00.000Z';
const first: ListedLeg = {
  legId: legIdOf({ airline: 'rumos', flightNumber: 101, from: 'RBR', ...day }),
  airline: 'rumos',
  fareCents: 20_000,
  seatsLeft: 9,
  departsAt,
};
const second: ListedLeg = {
  legId: legIdOf({ airline: 'giro', flightNumber: 202, from: 'BSB', ...day }),
  airline: 'giro',
  fareCents: 30_000,
  seatsLeft: 4,
  departsAt,
};
const legs = [first, second];

function airlines(
  states: Partial<Record<'rumos' | 'giro', AirlineFreshness['state']>> = {},
): FreshnessByAirline {
  const asOf = '2026-12-01T12:00:00.000Z';
  return {
    rumos: { state: states.rumos ?? 'live', asOf },
    giro: { state: states.giro ?? 'live', asOf },
    boreal: { state: 'offline', asOf },
  };
}

function now(leg: ListedLeg, change: Partial<PublishedLeg> = {}): Map<string, PublishedLeg> {
  const { legId, seatsLeft, fareCents } = leg;
  const state: PublishedLeg = {
    legId,
    seatsLeft,
    fareCents,
    departsAt,
    status: 'scheduled',
    takenSeats: [],
    heldSeats: [],
  };
  return new Map([[leg.legId, { ...state, ...change }]]);
}

describe('an offer', () => {
  it('is as listed until something else is known', () => {
    expect(offerNow(legs, 1, { airlines: null, legs: new Map() })).toEqual({ kind: 'forSale', seatsLeft: 4 });
    expect(offerNow(legs, 1, { airlines: airlines(), legs: now(first) })).toEqual({
      kind: 'forSale',
      seatsLeft: 4,
    });
  });

  it('has as many seats as its scarcest leg has now', () => {
    expect(offerNow(legs, 1, { airlines: null, legs: now(first, { seatsLeft: 2 }) })).toEqual({
      kind: 'forSale',
      seatsLeft: 2,
    });
  });

  it('ends when a leg has fewer seats than passengers, or is cancelled', () => {
    expect(offerNow(legs, 2, { airlines: null, legs: now(second, { seatsLeft: 1 }) }).kind).toBe('soldOut');
    expect(offerNow(legs, 1, { airlines: null, legs: now(second, { status: 'cancelled' }) }).kind).toBe(
      'cancelled',
    );
  });

  it('rests while one of its airlines is silent, and names it once', () => {
    const live = { airlines: airlines({ giro: 'offline' }), legs: new Map() };
    expect(offerNow([...legs, second], 1, live)).toEqual({ kind: 'silent', airlines: ['giro'] });
  });
});

describe('a list', () => {
  const listed = { legs, airlines: airlines(), passengers: 2 };
  const stale = (live: Parameters<typeof isListStale>[1]) => isListStale(listed, live);

  it('holds while only seats that are left go', () => {
    expect(stale({ airlines: null, legs: new Map() })).toBe(false);
    expect(stale({ airlines: airlines(), legs: now(second, { seatsLeft: 2 }) })).toBe(false);
  });

  it.each<[string, Partial<PublishedLeg>]>([
    ['a fare', { fareCents: 31_000 }],
    ['a departure', { departsAt: '2026-12-22T12:30:00.000Z' }],
    ['a cancellation', { status: 'cancelled' }],
    ['a leg without enough seats', { seatsLeft: 1 }],
  ])('is old after %s', (_, change) => {
    expect(stale({ airlines: null, legs: now(second, change) })).toBe(true);
  });

  it('is old when an airline is back, not when one falls silent', () => {
    expect(
      stale({ airlines: { ...airlines(), boreal: { state: 'live', asOf: null } }, legs: new Map() }),
    ).toBe(true);
    expect(stale({ airlines: airlines({ giro: 'offline' }), legs: new Map() })).toBe(false);
  });
});
