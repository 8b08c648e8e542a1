import { z } from 'zod';
import type { Airline } from '@/server/airline';
import { type AirlineCode, inCanonicalOrder } from '@/server/domain/airline-code';
import { type Airport, airports, type CityGroup, cityGroups } from '@/server/domain/airport';
import { getCatalogueIndex } from './catalogue-index';

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
  return airports
    .filter((airport) => isMatch(airport, query))
    .map((airport) => ({ ...airport, servedBy: inCanonicalOrder(index.servedBy.get(airport.iata) ?? []) }))
    .toSorted((a, b) => compareViews(query, a, b));
}

function isMatch(airport: Airport, query: string): boolean {
  const group = groupOf(airport);
  const texts = [airport.iata, airport.city, airport.name, group?.code ?? '', group?.city ?? ''];
  return texts.map(plain).some((text) => text.startsWith(query) || text.includes(` ${query}`));
}

function groupOf(airport: Airport): CityGroup | undefined {
  return cityGroups.find((group) => group.airports.includes(airport.iata));
}

function compareViews(query: string, a: AirportView, b: AirportView): number {
  const isNamed = (airport: Airport) =>
    Number([airport.iata, groupOf(airport)?.code].some((code) => code?.toLowerCase() === query));
  return (
    isNamed(b) - isNamed(a) ||
    b.servedBy.length - a.servedBy.length ||
    plain(a.city).localeCompare(plain(b.city), 'en') ||
    a.iata.localeCompare(b.iata, 'en')
  );
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
