import { describe, expect, it } from 'vitest';
import type { LegView } from '@/server/search/leg-view';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { outboundProblemOf, problemOfRefusal } from './outbound-problem';

const search = { from: 'SAO', to: 'SSA', date: '2026-12-11', passengers: 2 };

function itinerary(
  change: Partial<{ from: string; to: string; day: string; bookable: boolean; seatsLeft: number }>,
): ItineraryView {
  const { from = 'GRU', to = 'SSA', day = '2026-12-11', bookable = true, seatsLeft = 2 } = change;
  const first = { from, to: 'BSB', departsLocal: `${day}T23:50`, seatsLeft } as LegView;
  const last = { from: 'BSB', to, departsLocal: '2026-12-12T06:00', seatsLeft: 9 } as LegView;
  return { legs: [first, last], bookable } as ItineraryView;
}

describe('outboundProblemOf', () => {
  it('accepts an itinerary between airports of the cities that sets out on the day', () => {
    expect(outboundProblemOf(itinerary({}), search)).toBeNull();
    expect(outboundProblemOf(itinerary({ from: 'CGH' }), search)).toBeNull();
  });

  it.each([
    ['from another city', { from: 'GIG' }],
    ['to another city', { to: 'REC' }],
    ['on another day', { day: '2026-12-12' }],
  ])('does not know one %s', (_, change) => {
    expect(outboundProblemOf(itinerary(change), search)).toBe('unknown');
  });

  it('does not know one without legs', () => {
    expect(outboundProblemOf({ ...itinerary({}), legs: [] }, search)).toBe('unknown');
  });

  it('tells one that is sold out from one whose airline does not answer', () => {
    expect(outboundProblemOf(itinerary({ bookable: false, seatsLeft: 1 }), search)).toBe('gone');
    expect(outboundProblemOf(itinerary({ bookable: false }), search)).toBe('silent');
    expect(outboundProblemOf(itinerary({ bookable: false, from: 'GIG' }), search)).toBe('unknown');
  });
});

describe('problemOfRefusal', () => {
  it('tells a flight that was for sale from one that never was', () => {
    expect(problemOfRefusal('LEG_CANCELLED')).toBe('gone');
    expect(problemOfRefusal('CUT_OFF_PASSED')).toBe('gone');
    for (const code of ['LEG_UNKNOWN', 'INPUT_INVALID', 'ITINERARY_IMPOSSIBLE'] as const) {
      expect(problemOfRefusal(code)).toBe('unknown');
    }
  });
});
