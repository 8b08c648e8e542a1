import { z } from 'zod';
import { airlineCodeSchema } from '../domain/airline-code';
import { type RefusalCode, refusalCodes } from '../errors';
import { definePeerProcedure } from '../peers/procedure';
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

/** M2: ACCEPT(ballot, value). The answer carries the participant's receipt once it has applied a commit. */
export const acceptProcedure = definePeerProcedure({
  kind: 'mutation',
  name: 'accept',
  input: z.strictObject({
    ballot: z.int().min(0),
    value: decisionSchema,
    manifest: manifestSchema,
    manifestHash: hashSchema,
    decided: z.boolean(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ack'), decision: decisionSchema.nullable(), receipt: z.unknown() }),
    z.object({
      kind: z.literal('nack'),
      promised: z.int(),
      accepted: z.object({ ballot: z.int(), value: decisionSchema }).nullable(),
      decision: decisionSchema.nullable(),
    }),
    z.object({ kind: z.literal('alarm'), rule: z.string() }),
  ]),
});

/** The coordinator has decided abort. */
export const abortProcedure = definePeerProcedure({
  kind: 'mutation',
  name: 'abort',
  input: z.strictObject({ globalTransactionId: z.uuid() }),
  output: z.object({ decision: decisionSchema }),
});
