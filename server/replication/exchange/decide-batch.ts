import type { ChangeBatch } from '../change-log/change-batch';
import { type LogPosition, startOfLog } from '../version-vector';
import type { BatchFault } from './check-batch';

/** next: to be applied; known: to be skipped; else why it cannot follow what is here. */
export type BatchDecision = 'next' | 'known' | Extract<BatchFault, 'epoch' | 'gapped' | 'overlapping'>;

/** How a batch stands to a copy at a place; a copy that there is not yet (null) begins before the first entry of its log. */
export function decideBatch(
  have: LogPosition | null,
  { epoch, firstSeq, lastSeq }: Pick<ChangeBatch, 'epoch' | 'firstSeq' | 'lastSeq'>,
): BatchDecision {
  const { epoch: known, seq } = have ?? { epoch, seq: startOfLog(epoch) };
  if (epoch !== known) return 'epoch';
  if (lastSeq <= seq) return 'known';
  if (firstSeq > seq + 1) return 'gapped';
  return firstSeq === seq + 1 ? 'next' : 'overlapping';
}
