import { z } from 'zod';
import type { Airline } from '@/server/airline';
import type { AirlineCode } from '@/server/domain/airline-code';
import { type Airport, airports, cityGroups } from '@/server/domain/airport';
import { getCatalogueIndex } from './catalogue-index';
import { airlinesServing } from './leg-index/leg-index';

export const airportQuerySchema = z.strictObject({ query: z.string().max(60).optional() });

/** An airport with the airlines that publish legs from or to it, in canonical order. */
export type AirportView = Airport & { servedBy: AirlineCode[] };

/**
 * Airports whose code, city or name, or whose city group, has a word that begins like the query; accents and case do
 * not matter ("sao" finds GRU, CGH and VCP). An exact code, also that of the group, comes first, then better served
 * airports, then by city. Without a query: all of them.
 */
export async function searchAirports(
  airline: Airline,
  input: z.input<typeof airportQuerySchema>,
): Promise<AirportView[]> {
  const { index } = await getCatalogueIndex(airline);
  const query = plain(input.query ?? '');
  return entries
    .filter(({ texts }) => texts.some((text) => text.startsWith(query) || text.includes(` ${query}`)))
    .map(({ airport, codes }) => ({
      isNamed: codes.includes(query),
      view: { ...airport, servedBy: [...airlinesServing(index, airport.iata)] },
    }))
    .toSorted(
      (a, b) => Number(b.isNamed) - Number(a.isNamed) || b.view.servedBy.length - a.view.servedBy.length,
    )
    .map(({ view }) => view);
}

/** What people may call an airport, plain; `codes` are its own and that of its city. */
type Entry = { airport: Airport; codes: string[]; texts: string[] };

/** By city, then code. */
const entries: readonly Entry[] = airports
  .map(entryOf)
  .toSorted(
    (a, b) =>
      plain(a.airport.city).localeCompare(plain(b.airport.city), 'en') ||
      a.airport.iata.localeCompare(b.airport.iata, 'en'),
  );

function entryOf(airport: Airport): Entry {
  const group = cityGroups.find((candidate) => candidate.airports.includes(airport.iata));
  const codes = [airport.iata, ...(group ? [group.code] : [])].map(plain);
  const names = [airport.city, airport.name, ...(group ? [group.city] : [])].map(plain);
  return { airport, codes, texts: [...codes, ...names] };
}

/** Lower case without accents, one blank between words. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
