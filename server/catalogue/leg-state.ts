import { z } from 'zod';
import { seatDesignatorSchema } from '../domain/cabin';
import { dateSchema, iataSchema, type LegId, legIdSchema, legStatuses, parseLegId } from '../domain/leg';

/** Timetables are in whole minutes, of this millennium: `2026-12-10T14:05Z`. */
const minuteSchema = z.iso.datetime({ precision: -1 }).startsWith('2');

/** The largest values of Postgres' integer and smallint. */
const maxInteger = 2_147_483_647;
const maxSmallint = 32_767;

/** No cabin has as many seats: bounds what a peer can make us store for one leg. */
const maxSeats = 990;

const codeSchema = z.string().regex(/^[A-Z0-9-]{1,20}$/);
const seatsSchema = z.array(seatDesignatorSchema).max(maxSeats);

/**
 * A leg as it stands in the change log; airline, flight number, service date and origin are in its id. `takenSeats` are
 * sold, about to be or blocked; both lists of seats are sorted as text.
 */
export const legStateSchema = z
  .object({
    to: iataSchema,
    departsAt: minuteSchema,
    arrivesAt: minuteSchema,
    aircraft: codeSchema,
    cabin: codeSchema,
    fareCents: z.int().min(1).max(maxInteger),
    seatsLeft: z.int().min(0).max(maxSmallint),
    takenSeats: seatsSchema,
    heldSeats: seatsSchema,
    status: z.enum(legStatuses),
  })
  .refine(({ departsAt, arrivesAt }) => departsAt < arrivesAt, 'arrives after it departs');

export type LegState = z.infer<typeof legStateSchema>;

/** The state of a leg, or null when it is none. Fields of a newer version are left out. */
export function parseLegState(state: unknown): LegState | null {
  return legStateSchema.safeParse(state).data ?? null;
}

/** The id of a leg on a day that exists, or null. */
export function parsePublishedLegId(id: string): LegId | null {
  const legId = legIdSchema.safeParse(id).data;
  return legId && dateSchema.safeParse(parseLegId(legId).serviceDate).success ? legId : null;
}
