import { cityGroups, findAirport } from '@/server/domain/airport';

/** What people call an airport: its city, or its own name where the city has several. */
export function airportNameOf(iata: string): string {
  const airport = findAirport(iata);
  if (!airport) return iata;
  return cityGroups.some((group) => group.airports.includes(iata)) ? airport.name : airport.city;
}
