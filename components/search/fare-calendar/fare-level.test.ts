import { describe, expect, it } from 'vitest';
import type { CalendarDay } from '@/server/search/search-days';
import { fareRating } from './fare-level';
import { formatShortFare } from './short-fare';

function daysAt(...fares: (number | null)[]): CalendarDay[] {
  return fares.map((lowestFareCents, index) => ({
    date: `2026-12-${10 + index}`,
    lowestFareCents,
    state: lowestFareCents === null ? 'none' : 'forSale',
  }));
}

describe('fareRating', () => {
  it('puts the different fares into thirds, however far apart they are', () => {
    const fares = [100, 110, 120, 130, 140, 9_000];
    const rate = fareRating(daysAt(...fares));
    expect(fares.map((cents) => rate(cents).level)).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it('marks every day at the lowest fare', () => {
    const rate = fareRating(daysAt(100, 100, null, 200));
    expect([100, 200].map((cents) => rate(cents).isLowest)).toEqual([true, false]);
  });

  it('calls nothing low where every day costs the same', () => {
    expect(fareRating(daysAt(100, 100, null))(100)).toEqual({ level: 2, isLowest: false });
    expect(fareRating(daysAt(100))(100)).toEqual({ level: 2, isLowest: false });
  });
});

describe('formatShortFare', () => {
  it('is the beginning of the price', () => {
    const plain = (cents: number) => formatShortFare(cents).replace('\u00a0', ' ');
    expect([51_230, 51_299, 151_200, 90].map(plain)).toEqual(['R$ 512', 'R$ 512', 'R$ 1.512', 'R$ 0']);
  });
});
