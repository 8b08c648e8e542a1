import { z } from 'zod';
import { manifestSchema } from '../atomic-commit/manifest';
import { statedBookingSchema } from '../booking/statement';
import { airlineCodeSchema } from '../domain/airline-code';
import { definePeerProcedure } from '../peers/procedure';
import { markSchema, runStartSchema } from './mark';

/** Far more restarts than happen between two comparisons of airlines that reach each other. */
export const maxRunsTold = 200;

/**
 * Once a second: how far the caller's memory reaches, with the runs that led there, and how far it has seen the
 * answerer's. The answer says how far the answerer has seen the caller's. Works in both directions, so one open link is
 * enough for both to learn what they have forgotten.
 */
export const compareMemoriesProcedure = definePeerProcedure({
  kind: 'mutation',
  name: 'compareMemories',
  input: z.object({
    /** Null from an airline that knows itself to be amnesiac. */
    mark: markSchema.nullable(),
    runs: z.array(runStartSchema).max(maxRunsTold),
    seen: markSchema.nullable(),
  }),
  output: z.object({
    seen: markSchema.nullable(),
    /** The answerer has forgotten something itself. */
    isAmnesiac: z.boolean(),
  }),
});

const decisionSchema = z.enum(['commit', 'abort']);

const recollectionSchema = z.object({
  id: z.uuid(),
  coordinator: airlineCodeSchema,
  manifest: manifestSchema.nullable(),
  manifestHash: z.string().nullable(),
  decision: decisionSchema.nullable(),
  /** What the answerer has accepted; a commit proves that every participant voted for it. */
  accepted: decisionSchema.nullable(),
  /** The caller's acknowledgement of the commit has reached the answerer. */
  isAcknowledged: z.boolean(),
  /** When the answerer first heard of it. */
  bornAt: z.iso.datetime(),
});

/** What one airline knows of a global transaction in which the caller may have voted. */
export type Recollection = z.infer<typeof recollectionSchema>;

export const recollectionsPerPage = 500;

const newestSchema = z.strictObject({
  /** Those of the last minutes in which the caller took part, newest first, on one page. */
  newest: z.literal(true),
});

const onwardSchema = z.strictObject({
  newest: z.literal(false),
  /** Everything that the answerer heard of from this instant on, oldest first. */
  since: z.iso.datetime(),
  /** Where the page before ended. */
  after: z.object({ bornAt: z.iso.datetime(), id: z.uuid() }).nullable(),
});

const namedSchema = z.strictObject({ ids: z.array(z.uuid()).min(1).max(recollectionsPerPage) });

/** Global transactions of more than the answerer alone, as it remembers them; no personal data. */
export const recollectionsProcedure = definePeerProcedure({
  kind: 'query',
  name: 'recollections',
  input: z.union([newestSchema, onwardSchema, namedSchema]),
  output: z.object({ recollections: z.array(recollectionSchema).max(recollectionsPerPage) }),
});

export type RecollectionsAsked = z.infer<typeof recollectionsProcedure.input>;

/** A booking in which the caller flies, and what the caller once told of its own part. */
export type BookingCopy = z.infer<typeof statedBookingSchema>;

/** Copies of bookings in which the caller takes part, by locator; without names, which only the caller had. */
export const bookingCopiesProcedure = definePeerProcedure({
  kind: 'query',
  name: 'bookingCopies',
  input: z.strictObject({ since: z.iso.datetime(), after: z.string().max(10) }),
  output: z.object({ copies: z.array(statedBookingSchema).max(recollectionsPerPage) }),
});
