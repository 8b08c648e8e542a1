import { z } from 'zod';
import { type AirlineCode, airlineCodeSchema, airlineCodes } from '../../domain/airline-code';
import { definePeerProcedure } from '../../peers/procedure';
import { changeBatchSchema } from '../change-log/change-batch';
import { versionVectorSchema } from '../version-vector';

/** 200 per origin are read for one answer. */
const maxBatchesAnswered = 200 * airlineCodes.length;

/** Batches of a few sales each. */
export const maxBatchesHinted = 50;

/** Inline with a hint: it must not delay the next one. Larger news is asked for. */
export const maxBytesHinted = 64_000;

/** A log as the answerer has it. */
const logSchema = z.object({
  origin: airlineCodeSchema,
  epoch: z.int().positive(),
  seq: z.int().nonnegative(),
  /** The oldest entry that can be had from the answerer; one beyond `seq` when it has none. */
  firstSeq: z.int().positive(),
  /** Everything that the origin had published at this instant is in the answerer's copy; null for its own log. */
  asOf: z.iso.datetime().nullable(),
});

export type AnsweredLog = z.output<typeof logSchema>;

/**
 * The change logs that the answerer has, of whichever origin, from the caller's vector on: in order per origin, at most
 * 2 MB at a time. Who is told of more than he got asks again.
 */
export const changesProcedure = definePeerProcedure({
  kind: 'query',
  name: 'changes',
  input: z.object({
    vector: versionVectorSchema,
    /** Origins whose batches are wanted; the others' heads are told all the same. */
    wants: z.array(airlineCodeSchema).max(airlineCodes.length),
  }),
  output: z.object({
    logs: z.array(logSchema).max(airlineCodes.length),
    batches: z.array(changeBatchSchema).max(maxBatchesAnswered),
  }),
});

export type ChangesAsked = z.output<typeof changesProcedure.input> & { caller: AirlineCode };
export type ChangesAnswer = z.input<typeof changesProcedure.output>;

/**
 * "My log has come this far", as soon as it has, with the newest batches where they are small. The answer is the
 * receiver's vector. A hint that is lost costs one interval between two pulls.
 */
export const hintProcedure = definePeerProcedure({
  kind: 'mutation',
  name: 'hint',
  input: z.object({
    vector: versionVectorSchema,
    batches: z.array(changeBatchSchema).max(maxBatchesHinted),
  }),
  output: z.object({ vector: versionVectorSchema }),
});

export type Hint = z.output<typeof hintProcedure.input>;
