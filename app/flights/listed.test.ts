import { describe, expect, it } from 'vitest';
import type { LegView } from '@/server/search/leg-view';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { listLegs } from './listed';

function leg(legId: string): LegView {
  const known = { airline: 'giro', fareCents: 100, seatsLeft: 3, departsAt: '2026-12-11T12:00:00.000Z' };
  return { ...known, legId, aircraft: '738' } as LegView;
}

const itinerary = (id: string, legIds: string[]) => ({ id, legs: legIds.map(leg) }) as ItineraryView;

describe('listLegs', () => {
  it('has every leg once, with what can change and no more', () => {
    const listed = listLegs([itinerary('a|b', ['a', 'b']), itinerary('a|c', ['a', 'c'])]);
    expect(listed.map(({ legId }) => legId)).toEqual(['a', 'b', 'c']);
    expect(Object.keys(listed[0] ?? {})).toEqual(['legId', 'airline', 'fareCents', 'seatsLeft', 'departsAt']);
  });
});
