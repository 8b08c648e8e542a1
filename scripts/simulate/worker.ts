import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '@/server/assert';
import { modeOf } from '@/server/atomic-commit/simulation/mode';
import { type Played, playSchedule } from '@/server/atomic-commit/simulation/play-schedule';
import type { Share, ShareResult, WorkerOptions } from './share';

/** Plays the share of seeds that it is given and tells what came of it. */
async function playShare({ firstSeed, count }: Share): Promise<ShareResult> {
  const { mode, isWritten } = workerData as WorkerOptions;
  const counts = new Map<string, number>();
  const result: ShareResult = { played: 0, events: 0, counts: [], failed: [], hash: 0, lines: [] };
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const played: Played = await playSchedule({ seed, mode: modeOf(mode, seed), isWritten });
    result.played += 1;
    result.events += played.events;
    result.hash = Math.imul(result.hash ^ played.hash, 0x01000193) >>> 0;
    if (isWritten) result.lines.push(...played.lines);
    for (const [name, times] of played.counts) counts.set(name, (counts.get(name) ?? 0) + times);
    if (played.violation) result.failed.push({ seed, mode: played.mode, ...played.violation });
  }
  return { ...result, counts: [...counts] };
}

// Errors are part of the game here and nobody reads where they came from.
Error.stackTraceLimit = 0;

invariant(parentPort, 'a worker of the simulation');
const port = parentPort;
port.on('message', (share: Share) => {
  void playShare(share).then((result) => port.postMessage(result));
});
