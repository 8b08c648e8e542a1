import type { ModeWanted } from '@/server/atomic-commit/simulation/mode';

export type WorkerOptions = { mode: ModeWanted; isWritten: boolean };

/** Consecutive seeds for one worker. */
export type Share = { firstSeed: number; count: number };

export type Failure = { seed: number; mode: string; check: string; detail: string };

export type ShareResult = {
  played: number;
  events: number;
  counts: [string, number][];
  failed: Failure[];
  hash: number;
  lines: string[];
};
