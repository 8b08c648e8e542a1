import type { CalendarDay } from '@/server/search/search-days';

/** Third of the fares shown to which one belongs: 1 the lowest. */
export type FareLevel = 1 | 2 | 3;

/** A fare among those of the other days; `isLowest` only where another day costs more. */
export type RatedFare = { level: FareLevel; isLowest: boolean };

/**
 * Tells of each fare in centavos how it compares with the different fares of these days: thirds by rank, so that one
 * very dear day does not make all others look cheap.
 */
export function fareRating(days: readonly CalendarDay[]): (cents: number) => RatedFare {
  const known = days.map((day) => day.lowestFareCents).filter((cents) => cents !== null);
  const fares = [...new Set(known)].toSorted((a, b) => a - b);
  return (cents) => {
    if (fares.length < 2) return { level: 2, isLowest: false };
    const rank = fares.filter((fare) => fare < cents).length / fares.length;
    return { level: rank < 1 / 3 ? 1 : rank < 2 / 3 ? 2 : 3, isLowest: cents === fares[0] };
  };
}
