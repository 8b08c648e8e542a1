import { describe, expect, it } from 'vitest';
import type { LegView } from '@/server/search/leg-view';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { listLegs } from './listed';

/** A new object each time, as an answer has them. */
function leg(legId: string): LegView {
  const known = { airline: 'giro', fareCents: 100, seatsLeft: 3, departsAt: '2026-12-11T12:00:00.000Z' };
  return { ...known, legId, aircraft: '738' } as LegView;
}

const itinerary = (id: string, legIds: string[]) => ({ id, legs: legIds.map(leg) }) as ItineraryView;

describe('listLegs', () => {
  const first = itinerary('a|b', ['a', 'b']);
  const second = itinerary('a|c', ['a', 'c']);
  const { all, of } = listLegs([first, second]);

  it('has every leg once, with what can change and no more', () => {
    expect(all.map(({ legId }) => legId)).toEqual(['a', 'b', 'c']);
    expect(Object.keys(all[0] ?? {})).toEqual(['legId', 'airline', 'fareCents', 'seatsLeft', 'departsAt']);
  });

  it('gives the legs of an itinerary in order, the same objects wherever they are asked for', () => {
    expect(of(second).map(({ legId }) => legId)).toEqual(['a', 'c']);
    expect(of(second)).toBe(of(second));
    expect(of(second)[0]).toBe(of(first)[0]);
    expect(of(second)[0]).toBe(all[0]);
  });
});
