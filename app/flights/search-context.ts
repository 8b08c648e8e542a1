import { cache } from 'react';
import { type Place, placesOf } from '@/components/search/place';
import type { Airline } from '@/server/airline';
import { cityGroups } from '@/server/domain/airport';
import { addDays, homeZone, localDateAt } from '@/server/domain/local-time';
import { type AirportView, searchAirports } from '@/server/search/search-airports';

/** The airlines publish their schedules for this long. */
const salesWindowDays = 120;

export type SearchContext = { airports: AirportView[]; places: Place[]; today: string; lastDate: string };

/**
 * What a search form needs to be drawn and read: the airports somebody flies to, and the days on sale. Once per request,
 * because a page and its metadata both ask.
 */
export const loadSearchContext = cache(async (airline: Airline): Promise<SearchContext> => {
  const airports = (await searchAirports(airline, {})).filter((airport) => airport.servedBy.length > 0);
  const today = localDateAt(airline.clock.now(), homeZone);
  const places = placesOf(airports, cityGroups);
  return { airports, places, today, lastDate: addDays(today, salesWindowDays) };
});
