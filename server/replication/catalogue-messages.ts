import { z } from 'zod';
import { iataSchema, legIdSchema, legStatuses } from '../domain/leg';
import { definePeerProcedure } from '../peers/procedure';

/** Timetables are in whole minutes: `2026-12-10T14:05Z`. */
const minuteSchema = z.iso.datetime({ precision: -1 });

/** The largest values of Postgres' integer and smallint. */
const maxInteger = 2_147_483_647;
const maxSmallint = 32_767;

/**
 * The full state of one leg after its last change. Airline, flight number, service date and origin are in the id.
 * `changeSeq` is the position of that change in the catalogue of its airline.
 */
export const catalogueLegSchema = z
  .object({
    legId: legIdSchema,
    to: iataSchema,
    departsAt: minuteSchema,
    arrivesAt: minuteSchema,
    aircraft: z.string().min(1).max(10),
    cabin: z.string().min(1).max(20),
    fareCents: z.int().min(1).max(maxInteger),
    seatsLeft: z.int().min(0).max(maxSmallint),
    status: z.enum(legStatuses),
    changeSeq: z.int().positive(),
  })
  .refine(({ departsAt, arrivesAt }) => departsAt < arrivesAt, 'arrives after it departs');

export type CatalogueLeg = z.infer<typeof catalogueLegSchema>;

/** A page of 2,000 legs is about 0.5 MB on the wire: large enough to bootstrap quickly, small enough to parse in between. */
export const maxLegsPerPage = 2_000;

/**
 * The next changes of the catalogue of the airline that is asked, in the order of their numbers. `next` is the cursor to
 * ask with again; it equals `latest`, the last change there is, when the caller has caught up.
 */
export const catalogueChanges = definePeerProcedure({
  kind: 'query',
  name: 'changes',
  input: z.object({ after: z.int().min(0), limit: z.int().min(1).max(maxLegsPerPage) }),
  output: z.object({
    legs: z.array(catalogueLegSchema),
    next: z.int().min(0),
    latest: z.int().min(0),
  }),
});

export type CataloguePage = z.output<typeof catalogueChanges.output>;
export type CataloguePageRequest = z.output<typeof catalogueChanges.input>;
