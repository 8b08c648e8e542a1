import { Worker } from 'node:worker_threads';
import type { ModeWanted } from '@/server/atomic-commit/simulation/mode';
import type { Failure, Share, ShareResult, WorkerOptions } from './share';

export type Run = {
  firstSeed: number;
  schedules: number;
  mode: ModeWanted;
  workers: number;
  /** Writes down what happens; for one schedule or a few. */
  isWritten?: boolean;
  /** Ends at the first broken promise. */
  untilFailure?: boolean;
  onProgress?: (result: RunResult) => void;
};

export type RunResult = {
  played: number;
  events: number;
  counts: Map<string, number>;
  failed: Failure[];
  hash: number;
  lines: string[];
};

const shareSize = 200;

/** Plays many schedules of a bundle on several threads. */
export async function playSchedules(file: string, run: Run): Promise<RunResult> {
  const result: RunResult = { played: 0, events: 0, counts: new Map(), failed: [], hash: 0, lines: [] };
  const shares = sharesOf(run);
  const workerData: WorkerOptions = { mode: run.mode, isWritten: run.isWritten ?? false };
  const work = async () => {
    const worker = new Worker(file, { workerData });
    try {
      for (let share = shares.next(); !share.done; share = shares.next()) {
        add(result, await ask(worker, share.value));
        run.onProgress?.(result);
        if (run.untilFailure && result.failed.length > 0) return;
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: run.workers }, work));
  result.failed.sort((one, other) => one.seed - other.seed);
  return result;
}

function* sharesOf({ firstSeed, schedules, untilFailure }: Run): Generator<Share> {
  const size = untilFailure ? 50 : shareSize;
  for (let done = 0; done < schedules; done += size)
    yield { firstSeed: firstSeed + done, count: Math.min(size, schedules - done) };
}

function ask(worker: Worker, share: Share): Promise<ShareResult> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (result: ShareResult) => {
      worker.off('error', reject);
      resolve(result);
    });
    worker.postMessage(share);
  });
}

function add(total: RunResult, share: ShareResult): void {
  total.played += share.played;
  total.events += share.events;
  total.failed.push(...share.failed);
  total.lines.push(...share.lines);
  total.hash = (total.hash + share.hash) >>> 0;
  for (const [name, times] of share.counts) total.counts.set(name, (total.counts.get(name) ?? 0) + times);
}
