import { z } from 'zod';
import { airlineCodeSchema } from '../domain/airline-code';

/**
 * What a global transaction is about, the same at every airline and bound by its hash. `work` belongs to whoever
 * supplies the work; the engine never looks inside.
 */
export const manifestSchema = z.strictObject({
  globalTransactionId: z.uuid(),
  coordinator: airlineCodeSchema,
  /** The airlines whose inventory changes, in canonical order. */
  participants: z.array(airlineCodeSchema).min(1).max(16),
  work: z.record(z.string(), z.unknown()),
});

export type Manifest = z.infer<typeof manifestSchema>;
