import { describe, expect, it } from 'vitest';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { itinerariesPerPage, shownItineraries } from './shown-itineraries';

function itinerary(id: number, change: Partial<ItineraryView> = {}): ItineraryView {
  return {
    id: String(id),
    bookable: true,
    totalFareCents: id,
    durationMinutes: id,
    ...change,
  } as ItineraryView;
}

const many = Array.from({ length: 30 }, (_, id) => itinerary(id, { totalFareCents: 100 - id }));
const ids = (itineraries: ItineraryView[]) => itineraries.map(({ id }) => Number(id));

describe('shownItineraries', () => {
  it('lists a page at a time, each beginning where the one before ended', () => {
    const page = (pages: number) => {
      return shownItineraries({ itineraries: many, truncated: true }, { sort: 'price', pages });
    };
    expect(page(1).forSale).toHaveLength(itinerariesPerPage);
    expect(page(2).forSale.slice(0, itinerariesPerPage)).toEqual(page(1).forSale);
    expect(page(3).forSale).toHaveLength(30);
    expect(page(1).found).toHaveLength(30);
    expect(page(1).truncated).toBe(true);
  });

  it('keeps the order of the search, or all of it by fare or by duration', () => {
    const some = [
      itinerary(0, { totalFareCents: 300, durationMinutes: 60 }),
      itinerary(1, { totalFareCents: 100, durationMinutes: 90 }),
      itinerary(2, { totalFareCents: 200, durationMinutes: 30 }),
    ];
    const by = (sort: 'best' | 'price' | 'duration') => {
      return ids(shownItineraries({ itineraries: some, truncated: false }, { sort, pages: 1 }).forSale);
    };
    expect(by('best')).toEqual([0, 1, 2]);
    expect(by('price')).toEqual([1, 2, 0]);
    expect(by('duration')).toEqual([2, 0, 1]);
  });

  it('shows a few of those that are not for sale below others, and all of them when there are no others', () => {
    const closed = Array.from({ length: 10 }, (_, id) => itinerary(100 + id, { bookable: false }));
    const shown = (itineraries: ItineraryView[]) => {
      return shownItineraries({ itineraries, truncated: false }, { sort: 'best', pages: 1 });
    };
    expect(shown([itinerary(0), ...closed]).notForSale).toHaveLength(4);
    expect(shown(closed).notForSale).toHaveLength(10);
  });
});
