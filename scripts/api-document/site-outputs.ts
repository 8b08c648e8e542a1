import type { inferRouterOutputs } from '@trpc/server';
import { z } from 'zod';
import { voteRefusalSchema } from '@/server/atomic-commit/messages';
import { bookingPartSchema } from '@/server/booking/parts';
import { bookingHeaderSchema } from '@/server/booking/statement';
import { airlineCodeSchema } from '@/server/domain/airline-code';
import { iataSchema, legIdSchema, legStatuses } from '@/server/domain/leg';
import type { LiveEvent } from '@/server/live/live-event';
import type { SiteRouter } from '@/server/routers/site';
import { calendarDayStates } from '@/server/search/calendar-days';

/*
 * What the site's procedures answer where the router leaves it to TypeScript. `answerOf` makes the type check fail as
 * soon as a shape here and the type of its procedure differ in a field.
 */

const centsSchema = z.int().min(0);

/** Told apart from other text only for the document. */
export const localTimeSchema = z.string();
export const zoneSchema = z.string();

export const bookedPartSchema = bookingPartSchema.extend({ asOf: z.iso.datetime(), live: z.boolean() });

export const bookingSchema = bookingHeaderSchema.extend({
  parts: z.array(bookedPartSchema),
  silentAirlines: z.array(airlineCodeSchema),
});

export const purchaseResultSchema = z.object({
  status: z.enum(['confirmed', 'refused', 'pending']),
  globalTransactionId: z.uuid(),
  booking: bookingSchema.optional(),
  refusal: voteRefusalSchema.extend({ message: z.string() }).optional(),
  progress: z.array(
    z.object({
      airline: airlineCodeSchema,
      state: z.enum(['asking', 'prepared', 'confirmed', 'refused']),
    }),
  ),
});

export const legViewSchema = z.object({
  legId: legIdSchema,
  airline: airlineCodeSchema,
  flightNumber: z.int(),
  serviceDate: z.iso.date(),
  from: iataSchema,
  to: iataSchema,
  departsAt: z.iso.datetime(),
  arrivesAt: z.iso.datetime(),
  departsLocal: localTimeSchema,
  arrivesLocal: localTimeSchema,
  departsZone: zoneSchema,
  arrivesZone: zoneSchema,
  aircraft: z.string(),
  fareCents: centsSchema,
  seatsLeft: z.int().min(0),
});

const freshnessSchema = z.object({
  state: z.enum(['live', 'stale', 'offline']),
  asOf: z.iso.datetime().nullable(),
});

export const itinerarySchema = z.object({
  id: z.string(),
  totalFareCents: centsSchema,
  durationMinutes: z.int(),
  stops: z.int(),
  pareto: z.boolean(),
  bookable: z.boolean(),
  legs: z.array(legViewSchema),
  connectionsMinutes: z.array(z.int()),
});

type Outputs = inferRouterOutputs<SiteRouter>;

export const siteOutputs = {
  'account.register': answerOf<Outputs['account']['register']>()(z.object({ customerId: z.string() })),
  'account.profile': answerOf<Outputs['account']['profile']>()(
    z.object({
      customerId: z.string(),
      name: z.string(),
      email: z.string(),
      homeAirline: airlineCodeSchema,
      createdAt: z.iso.datetime(),
      otherAccounts: z.array(
        z.object({
          relation: z.enum(['earlier', 'later', 'united']),
          homeAirline: airlineCodeSchema,
          createdAt: z.iso.datetime(),
        }),
      ),
    }),
  ),
  'account.changePassword': answerOf<Outputs['account']['changePassword']>()(
    z.object({ credentialEpoch: z.int() }),
  ),
  'account.merge': answerOf<Outputs['account']['merge']>()(z.object({ customerId: z.string() })),
  'booking.purchase': answerOf<Outputs['booking']['purchase']>()(purchaseResultSchema),
  'booking.outcome': answerOf<Outputs['booking']['outcome']>()(purchaseResultSchema),
  'booking.cancel': answerOf<Outputs['booking']['cancel']>()(purchaseResultSchema),
  'booking.get': answerOf<Outputs['booking']['get']>()(bookingSchema),
  'booking.list': answerOf<Outputs['booking']['list']>()(
    z.object({ bookings: z.array(bookingSchema), silentAirlines: z.array(airlineCodeSchema) }),
  ),
  'booking.cancelQuote': answerOf<Outputs['booking']['cancelQuote']>()(
    z.object({
      refundCents: centsSchema,
      feeCents: centsSchema,
      totalCents: centsSchema,
      rule: z.enum(['FREE_24H', 'FARE_RULE']),
      freeUntil: z.iso.datetime().nullable(),
    }),
  ),
  'live.changes': answerOf<LiveEvent>()(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('leg'),
        legId: legIdSchema,
        seatsLeft: z.int().min(0),
        fareCents: centsSchema,
        status: z.enum(legStatuses),
        departsAt: z.iso.datetime(),
        takenSeats: z.array(z.string()),
        heldSeats: z.array(z.string()),
      }),
      z.object({ kind: z.literal('airlines'), airlines: z.record(airlineCodeSchema, freshnessSchema) }),
    ]),
  ),
  'search.airports': answerOf<Outputs['search']['airports']>()(
    z.array(
      z.object({
        iata: iataSchema,
        name: z.string(),
        city: z.string(),
        uf: z.string(),
        latitude: z.number(),
        longitude: z.number(),
        timeZone: zoneSchema,
        servedBy: z.array(airlineCodeSchema),
      }),
    ),
  ),
  'search.itineraries': answerOf<Outputs['search']['itineraries']>()(
    z.object({
      airlines: z.record(airlineCodeSchema, freshnessSchema),
      itineraries: z.array(itinerarySchema),
      truncated: z.boolean(),
    }),
  ),
  'search.calendar': answerOf<Outputs['search']['calendar']>()(
    z.array(
      z.object({
        date: z.iso.date(),
        lowestFareCents: centsSchema.nullable(),
        state: z.enum(calendarDayStates),
      }),
    ),
  ),
};

export type SiteOutputName = keyof typeof siteOutputs;

/** The same type without optional fields, so that one which only one side has shows. */
type Bare<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : { [Name in keyof Value]-?: Bare<Value[Name]> };

type Same<One, Other> = [Bare<One>] extends [Bare<Other>]
  ? [Bare<Other>] extends [Bare<One>]
    ? unknown
    : never
  : never;

function answerOf<Answer>() {
  return <Schema extends z.ZodType>(schema: Schema & Same<z.output<Schema>, Answer>): z.ZodType => schema;
}
