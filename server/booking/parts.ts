import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Tx } from '@/db/client';
import { bookingParts, coupons, legs, passengers } from '@/db/schema';
import { type AirlineCode, airlineCodeSchema } from '../domain/airline-code';
import type { BookingPart } from '../domain/booking';
import { couponStates } from '../domain/e-ticket';
import { iataSchema, legIdSchema } from '../domain/leg';
import { type RecordLocator, recordLocatorSchema } from '../domain/record-locator';

const bookedLegSchema = z.object({
  legId: legIdSchema,
  from: iataSchema,
  to: iataSchema,
  departsAt: z.iso.datetime(),
  arrivesAt: z.iso.datetime(),
  aircraft: z.string(),
  fareCents: z.int().min(0),
  seats: z.array(
    z.object({
      seat: z.string(),
      surchargeCents: z.int().min(0),
      eTicketNumber: z.string().regex(/^\d{13}$/),
      couponState: z.enum(couponStates),
    }),
  ),
});

/** An airline's part of a booking as it travels between airlines. */
export const bookingPartSchema = z.object({
  airline: airlineCodeSchema,
  airlineLocator: recordLocatorSchema,
  legs: z.array(bookedLegSchema),
  passengerNames: z.array(z.string()),
  totalCents: z.int().min(0),
}) satisfies z.ZodType<BookingPart>;

/** This airline's own part, put together from its coupons and passengers; null when it operates no leg of the booking. */
export async function readPart(
  db: Database | Tx,
  recordLocator: RecordLocator,
  airline: AirlineCode,
): Promise<BookingPart | null> {
  const [[stored], rows, names] = await Promise.all([
    db
      .select({ part: bookingParts.part })
      .from(bookingParts)
      .where(and(eq(bookingParts.recordLocator, recordLocator), eq(bookingParts.airline, airline))),
    db
      .select({ coupon: coupons, leg: legs })
      .from(coupons)
      .innerJoin(legs, eq(legs.legId, coupons.legId))
      .where(eq(coupons.recordLocator, recordLocator))
      .orderBy(asc(legs.departsAt), asc(coupons.passengerIndex)),
    db
      .select({ name: passengers.name })
      .from(passengers)
      .where(eq(passengers.recordLocator, recordLocator))
      .orderBy(asc(passengers.passengerIndex)),
  ]);
  if (!stored) return null;
  return { ...stored.part, legs: bookedLegsOf(rows), passengerNames: names.map(({ name }) => name) };
}

type CouponRow = { coupon: typeof coupons.$inferSelect; leg: typeof legs.$inferSelect };

function bookedLegsOf(rows: CouponRow[]): BookingPart['legs'] {
  const legIds = [...new Set(rows.map(({ leg }) => leg.legId))];
  return legIds.flatMap((legId) => {
    const ofLeg = rows.filter(({ leg }) => leg.legId === legId);
    const first = ofLeg[0];
    if (!first) return [];
    const { leg, coupon } = first;
    return {
      legId,
      from: leg.origin,
      to: leg.destination,
      departsAt: leg.departsAt.toISOString(),
      arrivesAt: leg.arrivesAt.toISOString(),
      aircraft: leg.aircraft,
      fareCents: coupon.fareCents,
      seats: ofLeg.map((row) => ({
        seat: row.coupon.seat,
        surchargeCents: row.coupon.surchargeCents,
        eTicketNumber: row.coupon.eTicketNumber,
        couponState: row.coupon.state,
      })),
    };
  });
}

export type PartCopy = { recordLocator: RecordLocator; from: AirlineCode; part: unknown; asOf: Date };

/**
 * Keeps what a peer said of its part of a booking, without the names: they stay with the airline that flies them.
 * Anything that is not a part of that peer is ignored.
 */
export async function keepPart(
  db: Database | Tx,
  { recordLocator, from, part, asOf }: PartCopy,
): Promise<void> {
  const parsed = bookingPartSchema.safeParse(part);
  if (!parsed.success || parsed.data.airline !== from) return;
  const copy = { part: { ...parsed.data, passengerNames: [] }, asOf };
  await db
    .insert(bookingParts)
    .values({ recordLocator, airline: from, ...copy })
    .onConflictDoUpdate({ target: [bookingParts.recordLocator, bookingParts.airline], set: copy });
}
