import { createHash } from 'node:crypto';
import { z } from 'zod';
import { airlineCodeSchema } from '../../domain/airline-code';
import type { Signatures } from '../../peers/signatures';
import { stampSchema } from '../hybrid-clock';

/** Large enough that 50,000 entries are 100 signatures, small enough that a batch is applied in tens of milliseconds. */
export const maxBatchEntries = 500;

/** A leg with most of its seats sold is about 1 kB; eight such batches are one answer to a pull. */
export const maxBatchBytes = 256_000;

/** The largest value of Postgres' integer. */
const maxEpoch = 2_147_483_647;

/**
 * Some entries of one origin's change log as they travel and are stored. `body` is the JSON text that was signed: an
 * array of `ChangeEntry` whose places are `firstSeq` … `lastSeq`. Its size is checked with its content, so that one bad
 * batch does not make an answer with others unreadable.
 */
export const changeBatchSchema = z.object({
  origin: airlineCodeSchema,
  epoch: z.int().positive().max(maxEpoch),
  firstSeq: z.int().positive(),
  lastSeq: z.int().positive(),
  stamp: stampSchema,
  kid: z.string().max(100),
  /** Ed25519 in base64url is 86 characters. */
  signature: z.string().max(100),
  body: z.string(),
});

export type ChangeBatch = z.infer<typeof changeBatchSchema>;

/** A state of an unknown entity or of a newer `schema` is valid: it is set aside. */
const changeEntrySchema = z.object({
  entity: z.string().min(1).max(40),
  id: z.string().min(1).max(200),
  schema: z.int().positive(),
  state: z.unknown(),
});

export type ChangeEntry = z.infer<typeof changeEntrySchema>;

export const changeEntriesSchema = z.array(changeEntrySchema).min(1).max(maxBatchEntries);

type Unsigned = Omit<ChangeBatch, 'kid' | 'signature'>;

/** Says what it is for, so that it cannot pass for another statement, and covers everything but the signature itself. */
function signedText({ origin, epoch, firstSeq, lastSeq, stamp, body }: Unsigned): string {
  const bodySha256 = createHash('sha256').update(body).digest('base64url');
  return ['passcom change batch 1', origin, epoch, firstSeq, lastSeq, stamp, bodySha256].join('\n');
}

export function signBatch(signatures: Signatures, batch: Unsigned): ChangeBatch {
  return { ...batch, ...signatures.sign(signedText(batch)) };
}

/** Did its origin sign exactly this, with a key that was valid when it says it was sequenced? A batch lives for days. */
export function isBatchSigned(signatures: Signatures, batch: ChangeBatch): boolean {
  const { origin, kid, signature, stamp } = batch;
  const at = new Date(stamp.slice(0, '2026-11-21T17:14:17.123Z'.length));
  return signatures.isSignedBy(origin, signedText(batch), { kid, signature, at });
}
