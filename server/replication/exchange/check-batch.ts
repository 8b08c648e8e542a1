import type { Airline } from '../../airline';
import type { AirlineCode } from '../../domain/airline-code';
import {
  type ChangeBatch,
  type ChangeEntry,
  changeEntriesSchema,
  isBatchSigned,
  maxBatchBytes,
} from '../change-log/change-batch';
import { parseStamp } from '../hybrid-clock';

/**
 * foreign: of this airline itself, or of nobody's; forged: not signed by its origin as it stands; garbled: signed, and
 * unreadable or at odds with itself; gapped: entries before it are missing; overlapping: a part of it is known, so the
 * origin has cut its log in two ways; epoch: of another log than the one that is copied here.
 */
export type BatchFault = 'foreign' | 'oversized' | 'forged' | 'garbled' | 'gapped' | 'overlapping' | 'epoch';

/** Why a batch was not applied; nothing of it was. */
export class BatchRefused extends Error {
  override readonly name = 'BatchRefused';

  constructor(
    readonly origin: AirlineCode,
    readonly fault: BatchFault,
    detail: string,
  ) {
    super(`batch of ${origin} refused, ${fault}: ${detail}`);
  }
}

/** True for a `BatchRefused` of any instance of this module. */
export function isBatchRefused(error: unknown): error is BatchRefused {
  return error instanceof Error && error.name === 'BatchRefused';
}

/** The entries of a batch that its origin has signed. Throws `BatchRefused`; looks at nothing that is stored here. */
export function checkBatch({ code, signatures }: Airline, batch: ChangeBatch): ChangeEntry[] {
  const { origin, firstSeq, lastSeq, stamp, body } = batch;
  const refuse = (fault: BatchFault, detail: string) => new BatchRefused(origin, fault, detail);
  if (origin === code) throw refuse('foreign', 'nobody tells an airline of its own changes');
  const bytes = Buffer.byteLength(body);
  if (bytes > maxBatchBytes) throw refuse('oversized', `${bytes} bytes`);
  if (!isBatchSigned(signatures, batch))
    throw refuse('forged', `${firstSeq} to ${lastSeq} under ${batch.kid}`);
  if (parseStamp(stamp).airline !== origin) throw refuse('garbled', `its stamp is ${stamp}`);
  const entries = changeEntriesSchema.safeParse(parseJson(body));
  if (!entries.success) throw refuse('garbled', entries.error.issues[0]?.message ?? 'unreadable');
  const { length } = entries.data;
  if (length !== lastSeq - firstSeq + 1)
    throw refuse('garbled', `${length} entries for ${firstSeq} to ${lastSeq}`);
  return entries.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
