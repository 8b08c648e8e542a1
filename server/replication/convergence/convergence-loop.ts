import type { AirlineCode } from '../../domain/airline-code';
import { bootstrapOrigin } from '../bootstrap/bootstrap-origin';
import type { Replication } from '../entity';
import { type Loop, startLoop } from '../loop';
import { type Comparison, compareChecksums, type Patience } from './compare-checksums';

/** By then a fresh start has caught up with what it missed, and a copy that was mended shows whether it is whole. */
const soonMs = 60_000;
const hourMs = 3_600_000;

/** Compares the copies with every live peer, first a minute after the start and then each hour, and mends what differs. */
export function startConvergenceLoop(replication: Replication): Loop {
  let isFirst = true;
  let differed = false;
  let pauseMs = soonMs;
  return startLoop({
    name: 'copies compared',
    log: replication.airline.log,
    round: async (signal) => {
      if (isFirst) {
        isFirst = false;
        return;
      }
      const found = await proveConvergence(replication, { signal });
      const differs = [...found.values()].some(({ outcome }) => outcome === 'different');
      // Once: what a snapshot cannot mend is for a person to look at.
      pauseMs = differs && !differed ? soonMs : hourMs;
      differed = differs;
    },
    pauseMs: () => pauseMs,
  });
}

/**
 * Compares with every live peer. Different copies are an error in the log, and are replaced by the peer's snapshot. The
 * result is what was found, before anything was mended.
 */
export async function proveConvergence(
  replication: Replication,
  patience: Patience = {},
): Promise<Map<AirlineCode, Comparison>> {
  const { peers } = replication.airline;
  const found = new Map<AirlineCode, Comparison>();
  for (const peer of peers.codes) {
    if (patience.signal?.aborted) break;
    const isLive = peers.statusOf(peer).state === 'live';
    const comparison: Comparison = isLive
      ? await compareChecksums(replication, peer, patience)
      : { outcome: 'silent' };
    found.set(peer, comparison);
    if (comparison.outcome === 'different') {
      const { different: entities } = comparison;
      await mend(replication, { origin: peer, entities, signal: patience.signal });
    }
  }
  return found;
}

async function mend(
  replication: Replication,
  { origin, entities, signal }: { origin: AirlineCode; entities: readonly string[]; signal?: AbortSignal },
): Promise<void> {
  const { log } = replication.airline;
  log('error', 'copies differ from what their airline has; copied again', { origin, entities });
  try {
    await bootstrapOrigin(replication, origin, { signal });
  } catch (error) {
    log('warn', 'copies that differ could not be copied again yet', { origin, error });
  }
}
