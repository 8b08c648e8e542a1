import { setTimeout as sleep } from 'node:timers/promises';
import type { AirlineCode } from '../../domain/airline-code';
import { isRefusal } from '../../errors';
import { isPeerUnreachable } from '../../peers/peers';
import type { Replication } from '../entity';
import { type Judgement, judgeChecksums } from './judge-checksums';
import { type ChecksumsAnswer, checksumsProcedure } from './messages';
import { checksumsOf } from './read-checksums';

/** 150,000 legs take a second on one core; both may be busy with other things. */
const checksumsTimeoutMs = 20_000;

/** silent: it did not answer. busy: at no attempt did both stand at the same place. */
export type Comparison = Judgement | { outcome: 'silent' };

/** A pause is longer than a change takes to arrive, and all together are longer than two pulls. */
export type Patience = { attempts?: number; pauseMs?: number; signal?: AbortSignal };

/**
 * Compares this airline's copies of what a peer has published with the peer's own, entity by entity, at the same place
 * of its log. Tries again while one of the two is busy or something could not be compared.
 */
export async function compareChecksums(
  replication: Replication,
  peer: AirlineCode,
  { attempts = 10, pauseMs = 500, signal }: Patience = {},
): Promise<Comparison> {
  let best: Comparison = { outcome: 'busy' };
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const comparison = await compareOnce(replication, peer);
    if (comparison.outcome !== 'busy') best = comparison;
    const isComplete = 'skipped' in comparison && comparison.skipped.length === 0;
    if (isComplete || comparison.outcome === 'silent') return comparison;
    if (attempt === attempts || signal?.aborted) break;
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
  }
  return best;
}

async function compareOnce(replication: Replication, peer: AirlineCode): Promise<Comparison> {
  const theirs = await askChecksums(replication, peer);
  if (theirs === 'silent' || theirs === 'busy') return { outcome: theirs };
  const ours = await checksumsOf(replication, peer);
  const shared = replication.entities.filter(({ isWrittenByAny }) => isWrittenByAny);
  return judgeChecksums({ peer, theirs, ours, writtenByAny: new Set(shared.map(({ name }) => name)) });
}

async function askChecksums(
  { airline }: Replication,
  peer: AirlineCode,
): Promise<ChecksumsAnswer | 'silent' | 'busy'> {
  try {
    return await airline.peers.call(peer, checksumsProcedure, {}, { timeoutMs: checksumsTimeoutMs });
  } catch (error) {
    if (isPeerUnreachable(error)) return 'silent';
    if (isRefusal(error)) return 'busy';
    throw error;
  }
}
