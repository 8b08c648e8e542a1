import { z } from 'zod';

/**
 * The members of the alliance in canonical order: every lock over several airlines is taken in this order,
 * so that two purchases can never wait for each other in a circle.
 */
export const airlineCodes = ['rumos', 'giro', 'boreal'] as const;

export const airlineCodeSchema = z.enum(airlineCodes);

export type AirlineCode = z.infer<typeof airlineCodeSchema>;

/** What the trade prints for an airline: display name, IATA-like designator and 3-digit accounting code (all fictional). */
export const airlineIdentities: Record<
  AirlineCode,
  { name: string; designator: string; accountingCode: string }
> = {
  rumos: { name: 'Rumos', designator: 'RM', accountingCode: '871' },
  giro: { name: 'Giro', designator: 'GI', accountingCode: '872' },
  boreal: { name: 'Boreal', designator: 'BO', accountingCode: '873' },
};

/** The given airlines once each, in canonical order; codes beyond the list, which only tests have, come last by name. */
export function inCanonicalOrder(airlines: Iterable<AirlineCode>): AirlineCode[] {
  const rank = (code: AirlineCode) =>
    airlineCodes.includes(code) ? airlineCodes.indexOf(code) : airlineCodes.length;
  return [...new Set(airlines)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
