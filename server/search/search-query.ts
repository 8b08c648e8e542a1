import { z } from 'zod';
import { airlineCodeSchema } from '@/server/domain/airline-code';
import { dayParts } from '@/server/domain/day-part';
import { itinerarySorts } from '@/server/domain/itinerary';
import { dateSchema, iataSchema } from '@/server/domain/leg';
import { maxPassengersPerBooking } from '@/server/domain/passenger';
import { Refusal } from '@/server/errors';
import { invalidField } from '@/server/invalid-field';

/** IATA code of an airport or of a city group, as people type it. */
const placeSchema = z.string().trim().toUpperCase().pipe(iataSchema);

const dayPartsSchema = z.array(z.enum(dayParts)).max(dayParts.length).default([]);

/** More airports than one city pair is ever connected through. */
const maxAvoidedAirports = 50;

/** What narrows a search; everything left out means any. */
const filters = {
  maxStops: z.int().min(0).max(3).default(2),
  airlines: z.array(airlineCodeSchema).min(1).max(3).optional(),
  /** Neither begun at, nor ended at, nor passed through. */
  avoidAirports: z.array(placeSchema).max(maxAvoidedAirports).default([]),
  /** Parts of the day, local at the origin, in which the trip sets out; none: any. */
  departs: dayPartsSchema,
  /** The same at the destination, for the arrival. */
  arrives: dayPartsSchema,
  /** Willing to go from one airport of a city to another on the way. */
  airportChange: z.boolean().default(false),
  /** Only trips that set out later than this instant: the way back begins after the way there has ended. */
  departsAfter: z.iso.datetime().optional(),
};

/** What a traveller asks. `date` is the local date at the origin; `limit` counts what is for sale. */
export const searchQuerySchema = z.strictObject({
  from: placeSchema,
  to: placeSchema,
  date: dateSchema,
  passengers: z.int().min(1).max(maxPassengersPerBooking),
  sort: z.enum(itinerarySorts).default('best'),
  ...filters,
  limit: z.int().min(1).max(200).default(50),
});

/** As a caller may write it, defaults left out. */
export type SearchQueryInput = z.input<typeof searchQuerySchema>;
export type SearchQuery = z.output<typeof searchQuerySchema>;

/** What is asked of every day alike. */
const everyDay = {
  from: placeSchema,
  to: placeSchema,
  passengers: z.int().min(1).max(maxPassengersPerBooking),
  ...filters,
};

/** The same question about every day of a month, `YYYY-MM`. */
export const calendarQuerySchema = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'YYYY-MM'),
  ...everyDay,
});

/** Two months. */
const maxDays = 62;

/** The same question about any days. */
export const daysQuerySchema = z.strictObject({ dates: z.array(dateSchema).max(maxDays), ...everyDay });

export type CalendarQueryInput = z.input<typeof calendarQuerySchema>;
export type DaysQueryInput = z.input<typeof daysQuerySchema>;

/** What narrows a search of one day as of many, checked. */
export type TripQuery = Omit<z.output<typeof daysQuerySchema>, 'dates'>;

/** The checked input of a verb. Refuses INPUT_INVALID with the field. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: z.input<Schema>,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Refusal('INPUT_INVALID', { field: invalidField(parsed.error) });
}
