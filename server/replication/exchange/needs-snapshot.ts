import type { KnownLog } from '../change-log/read-vector';
import { startOfLog } from '../version-vector';
import type { AnsweredLog } from './messages';

/** Applying a hundred thousand entries takes longer than copying what they have led to. */
const maxEntriesBehind = 100_000;

/**
 * Can the copy no longer be brought up to date by the log that its origin has? It began another one, it has trimmed what
 * is missing, that is very much, or a copy had begun and was interrupted.
 */
export function needsSnapshot(have: KnownLog | undefined, log: AnsweredLog): boolean {
  const seq = have?.seq ?? startOfLog(log.epoch);
  if (have?.bootstrap) return true;
  if (have && have.epoch !== log.epoch) return have.epoch < log.epoch;
  return log.firstSeq > seq + 1 || log.seq - seq > maxEntriesBehind;
}
