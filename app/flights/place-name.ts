import { cityGroups, findAirport } from '@/server/domain/airport';

/**
 * What the code of an airport or of a city group stands for: the city, and which of its airports where it has several;
 * the code itself when it is neither.
 */
export function findPlaceName(code: string): string {
  const city = cityGroups.find((group) => group.code === code)?.city ?? findAirport(code)?.city ?? code;
  return cityGroups.some(({ airports }) => airports.includes(code)) ? `${city} (${code})` : city;
}
