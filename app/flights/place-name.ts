import { cityGroups, findAirport } from '@/server/domain/airport';

/** The city behind the code of an airport or of a city group; the code itself when it is neither. */
export function findPlaceName(code: string): string {
  return cityGroups.find((group) => group.code === code)?.city ?? findAirport(code)?.city ?? code;
}
