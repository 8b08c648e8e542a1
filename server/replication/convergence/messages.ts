import { z } from 'zod';
import { definePeerProcedure } from '../../peers/procedure';
import { versionVectorSchema } from '../version-vector';

const checksumSchema = z.object({
  entity: z.string().min(1).max(40),
  count: z.int().nonnegative(),
  sum: z.string().max(100),
});

/**
 * What the answerer has published of each entity, as checksums, and how far every log had come there at that moment.
 * Refusal: AIRLINE_RECOVERING while it has forgotten something.
 */
export const checksumsProcedure = definePeerProcedure({
  kind: 'query',
  name: 'checksums',
  input: z.object({}),
  output: z.object({
    vector: versionVectorSchema,
    /** Its log tells of everything that it has: the checksums belong to its place in the vector. */
    isQuiet: z.boolean(),
    /** Entities of which it has set entries aside: what any airline writes cannot be equal there yet. */
    incomplete: z.array(z.string().min(1).max(40)).max(100),
    checksums: z.array(checksumSchema).max(100),
  }),
});

export type ChecksumsAnswer = z.output<typeof checksumsProcedure.output>;
