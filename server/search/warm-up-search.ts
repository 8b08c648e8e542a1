import type { Airline } from '@/server/airline';
import { airports, airportsOfCity } from '@/server/domain/airport';
import { itinerarySorts } from '@/server/domain/itinerary';
import { addDays, homeZone, localDateAt } from '@/server/domain/local-time';
import { getCatalogueIndex } from './catalogue-index';
import { airlinesServing } from './leg-index/leg-index';
import { searchItineraries } from './search-itineraries';
import type { SearchQueryInput } from './search-query';
import { createSlices } from './slices';

/** After so many the compiler has seen what it needs. */
const maxSearches = 1_000;

/** A start does not wait longer for it. */
const maxMs = 250;

/** Prime, so that the pairs come from everywhere however few of them there is time for. */
const stride = 7_919;

/** The days for which most people search; none of them can be over at any origin. */
const firstDay = 1;
const days = 60;

/**
 * Searches as travellers do, between airports that somebody serves and over the days to come, so that the first of them
 * finds the search as quick as the thousandth. The same ones at every start. Returns how many there were.
 */
export async function warmUpSearch(airline: Airline): Promise<number> {
  const { index } = await getCatalogueIndex(airline);
  const pairs = pairsOf(
    airports.map(({ iata }) => iata).filter((iata) => airlinesServing(index, iata).length > 0),
  );
  const today = localDateAt(airline.clock.now(), homeZone);
  const endsAt = performance.now() + maxMs;
  const slices = createSlices();
  for (let done = 0; done < maxSearches; done += 1) {
    const pair = pairs[(done * stride) % pairs.length];
    if (!pair || performance.now() >= endsAt) return done;
    await searchItineraries(airline, queryOf(pair, done, today));
    if (slices.isOver()) await slices.pause();
  }
  return maxSearches;
}

type Pair = { from: string; to: string };

function pairsOf(served: readonly string[]): Pair[] {
  return served.flatMap((from) =>
    served.filter((to) => !airportsOfCity(from).includes(to)).map((to) => ({ from, to })),
  );
}

function queryOf(pair: Pair, place: number, today: string): SearchQueryInput {
  return {
    ...pair,
    date: addDays(today, firstDay + (place % days)),
    passengers: 1,
    sort: itinerarySorts[place % itinerarySorts.length],
    limit: 10,
  };
}
