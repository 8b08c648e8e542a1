import { z } from 'zod';
import { airlineCodeSchema } from '../domain/airline-code';
import { type RefusalCode, refusalCodes } from '../errors';
import { definePeerProcedure } from '../peers/procedure';
import { maxBallot } from './ballot';
import { manifestSchema } from './manifest';

const refusalCodeSchema = z.enum(Object.keys(refusalCodes) as [RefusalCode, ...RefusalCode[]]);

export const voteRefusalSchema = z.object({
  code: refusalCodeSchema,
  airline: airlineCodeSchema.optional(),
  legId: z.string().max(60).optional(),
  seat: z.string().max(4).optional(),
  field: z.string().max(100).optional(),
  retryAfterSeconds: z.number().optional(),
});

const decisionSchema = z.enum(['commit', 'abort']);

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** M1: PREPARE with this participant's own share of the private data. `waitMs`: how long it may wait for a contested seat. */
export const prepareProcedure = definePeerProcedure({
  kind: 'mutation',
  name: 'prepare',
  input: z.strictObject({
    manifest: manifestSchema,
    manifestHash: hashSchema,
    privateWork: z.unknown(),
    waitMs: z.int().min(0).max(1_500),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('yes') }),
    z.object({ kind: z.literal('no'), refusal: voteRefusalSchema }),
  ]),
});

const bindingSchema = z.strictObject({ manifest: manifestSchema, manifestHash: hashSchema });

const acceptedSchema = z.object({ ballot: z.int(), value: decisionSchema });

const nackSchema = z.object({
  kind: z.literal('nack'),
  promised: z.int(),
  accepted: acceptedSchema.nullable(),
  decision: decisionSchema.nullable(),
});

const alarmSchema = z.object({ kind: z.literal('alarm'), rule: z.string() });

/**
 * M2, and the second half of a recovery ballot: ACCEPT(ballot, value). Without the content only an abort can come. The
 * answer carries the participant's receipt once it has applied a commit.
 */
export const acceptProcedure = definePeerProcedure({
  kind: 'mutation',
  name: 'accept',
  input: z.strictObject({
    globalTransactionId: z.uuid(),
    coordinator: airlineCodeSchema,
    ballot: z.int().min(0).max(maxBallot),
    value: decisionSchema,
    binding: bindingSchema.nullable(),
    decided: z.boolean(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ack'), decision: decisionSchema.nullable(), receipt: z.unknown() }),
    nackSchema,
    alarmSchema,
  ]),
});

/** The first half of a recovery ballot: PROMISE?(ballot). With a promise comes what was accepted before, and its content. */
export const promiseProcedure = definePeerProcedure({
  kind: 'mutation',
  name: 'promise',
  input: z.strictObject({
    globalTransactionId: z.uuid(),
    coordinator: airlineCodeSchema,
    ballot: z.int().min(1).max(maxBallot),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('promised'),
      accepted: acceptedSchema.nullable(),
      decision: decisionSchema.nullable(),
      binding: bindingSchema.nullable(),
    }),
    nackSchema,
    alarmSchema,
  ]),
});

/** STATUS: what a peer knows of a transaction. Never changes anything; "unknown" and "undecided" decide nothing. */
export const statusProcedure = definePeerProcedure({
  kind: 'query',
  name: 'status',
  input: z.strictObject({ globalTransactionId: z.uuid() }),
  output: z.object({
    decision: decisionSchema.nullable(),
    /** The highest ballot that was promised. */
    promised: z.int(),
    binding: bindingSchema.nullable(),
  }),
});

/** The coordinator has decided abort. */
export const abortProcedure = definePeerProcedure({
  kind: 'mutation',
  name: 'abort',
  input: z.strictObject({ globalTransactionId: z.uuid() }),
  output: z.object({ decision: decisionSchema }),
});
