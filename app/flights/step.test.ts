import { describe, expect, it } from 'vitest';
import type { LegView } from '@/server/search/leg-view';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { earliestDeparture, leastTotalCents, totalCents } from './step';

/** Lands in Salvador (UTC−3) at this instant. */
function landing(arrivesAt: string, totalFareCents: number): ItineraryView {
  const leg = { arrivesAt, arrivesZone: 'America/Bahia' } as LegView;
  return { legs: [leg], totalFareCents } as ItineraryView;
}

describe('earliestDeparture', () => {
  it('is an hour after the way there has landed, and not said while none is chosen', () => {
    const outbound = landing('2026-12-11T23:30:00.000Z', 0);
    expect(earliestDeparture({ kind: 'return', outbound })).toBe('2026-12-12T00:30:00.000Z');
    expect(earliestDeparture({ kind: 'outbound' })).toBeUndefined();
    expect(earliestDeparture({ kind: 'only' })).toBeUndefined();
  });
});

describe('totalCents', () => {
  it('is what both ways cost', () => {
    expect(totalCents(landing('2026-12-11T23:30:00.000Z', 50_010), landing('', 40_005))).toBe(90_015);
  });
});

describe('leastTotalCents', () => {
  const cheapest = { returnDate: '2026-12-12', returnFareCents: 40_000 };

  it('adds the cheapest way back of the day', () => {
    expect(leastTotalCents(landing('2026-12-11T20:00:00.000Z', 50_000), cheapest)).toBe(90_000);
  });

  it('says nothing when the cheapest way back may leave before one is there, by the clock of the destination', () => {
    // 01:59 UTC is 22:59 in Salvador: an hour later it is still the day before.
    expect(leastTotalCents(landing('2026-12-12T01:59:00.000Z', 50_000), cheapest)).toBe(90_000);
    expect(leastTotalCents(landing('2026-12-12T02:00:00.000Z', 50_000), cheapest)).toBeNull();
    expect(leastTotalCents(landing('2026-12-12T15:00:00.000Z', 50_000), cheapest)).toBeNull();
  });
});
