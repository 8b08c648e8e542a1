import { z } from 'zod';
import { airlineCodeSchema } from '@/server/domain/airline-code';
import { type Airport, airportsOf, findAirport } from '@/server/domain/airport';
import { itinerarySorts } from '@/server/domain/itinerary';
import { dateSchema, iataSchema } from '@/server/domain/leg';
import { daysBetween, localDateAt } from '@/server/domain/local-time';
import { maxPassengersPerBooking } from '@/server/domain/passenger';
import { Refusal } from '@/server/errors';

/** IATA code of an airport or of a city group, as people type it. */
const placeSchema = z.string().trim().toUpperCase().pipe(iataSchema);

/** What a traveller asks. `date` is the local date at the origin; `limit` counts what is for sale. */
export const searchQuerySchema = z.strictObject({
  from: placeSchema,
  to: placeSchema,
  date: dateSchema,
  passengers: z.int().min(1).max(maxPassengersPerBooking),
  maxStops: z.int().min(0).max(3).default(2),
  sort: z.enum(itinerarySorts).default('best'),
  airlines: z.array(airlineCodeSchema).min(1).max(3).optional(),
  /** Willing to go from one airport of a city to another on the way. */
  airportChange: z.boolean().default(false),
  limit: z.int().min(1).max(200).default(50),
});

/** As a caller may write it, defaults left out. */
export type SearchQueryInput = z.input<typeof searchQuerySchema>;
export type SearchQuery = z.output<typeof searchQuerySchema>;

/** Airlines worldwide open their sales at most this many days ahead. */
const maxDaysAhead = 331;

/** The airports behind a code. Refuses AIRPORT_UNKNOWN with the field that names it. */
export function airportsBehind(code: string, field: 'from' | 'to'): Airport[] {
  const known = airportsOf(code)
    .map(findAirport)
    .filter((airport) => airport !== null);
  if (known.length === 0) throw new Refusal('AIRPORT_UNKNOWN', { field });
  return known;
}

/** Refuses DATE_OUT_OF_RANGE for a day that is over at the origin, or more than 331 days ahead. */
export function checkDate(date: string, timeZone: string, now: Date): void {
  const daysAhead = daysBetween(localDateAt(now, timeZone), date);
  if (daysAhead < 0 || daysAhead > maxDaysAhead) throw new Refusal('DATE_OUT_OF_RANGE', { field: 'date' });
}
