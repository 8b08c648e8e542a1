import type { AirlineCode } from '../../domain/airline-code';
import { Refusal } from '../../errors';
import { noteProgress } from '../change-log/note-progress';
import { readLogs, vectorOf } from '../change-log/read-vector';
import type { Replication } from '../entity';
import { comparePositions, type VersionVector } from '../version-vector';
import { applyBatches } from './apply-batches';
import { batchesByOrigin } from './batches-by-origin';
import { isBatchRefused } from './check-batch';
import { wantedFrom } from './direct-links';
import type { Hint } from './messages';
import { wakePull } from './wake-pull';

/**
 * Answers `peer.hint`: applies the batches that come with it when they are the next ones, else asks the caller for what
 * is between. Refusal INPUT_INVALID for batches that are at fault; nothing of them is applied.
 */
export async function receiveHint(
  replication: Replication,
  caller: AirlineCode,
  { vector: told, batches }: Hint,
): Promise<{ vector: VersionVector }> {
  const { airline } = replication;
  await noteProgress(airline, caller, told);
  for (const [origin, ofOrigin] of batchesByOrigin(batches))
    await applyHinted(replication, { caller, origin, batches: ofOrigin });
  const known = await readLogs(airline.db);
  const vector = vectorOf(known);
  const wanted = wantedFrom(airline, caller, known);
  if (wanted.some((origin) => isAhead(told, vector, origin))) wakePull(airline, caller);
  return { vector };
}

type Hinted = { caller: AirlineCode; origin: AirlineCode; batches: Hint['batches'] };

async function applyHinted(replication: Replication, { caller, origin, batches }: Hinted): Promise<void> {
  const { airline } = replication;
  try {
    await applyBatches(replication, origin, batches);
  } catch (error) {
    if (!isBatchRefused(error)) throw error;
    // Some hint before this one was lost, or a new log has begun: the pull finds out which.
    if (error.fault === 'gapped' || error.fault === 'epoch') return;
    airline.log('warn', 'a hint brought a bad batch', { caller, reason: error.message });
    throw new Refusal('INPUT_INVALID', { field: 'batches' });
  }
}

function isAhead(told: VersionVector, have: VersionVector, origin: AirlineCode): boolean {
  const [theirs, ours] = [told[origin], have[origin]];
  return theirs !== undefined && (ours === undefined || comparePositions(theirs, ours) > 0);
}
