import { z } from 'zod';

const lsnSchema = z.int().nonnegative();

/** One run of one PostgreSQL server under one database: it changes with every start, copy and restore. */
const runSchema = z.string().min(1).max(120);

/**
 * How far an airline's durable memory reached at one instant: its epoch, the run of its database and the flushed end of
 * the write-ahead log in bytes. Costs its owner no write.
 */
export const markSchema = z.object({ epoch: z.int().positive(), run: runSchema, lsn: lsnSchema });

export type Mark = z.infer<typeof markSchema>;

/** Where a run began in the log: whatever an earlier run made durable lies before it. */
export const runStartSchema = z.object({ run: runSchema, startedAtLsn: lsnSchema });

export type RunStart = z.infer<typeof runStartSchema>;

/** An airline's line of memory: the runs of its database in the present epoch, oldest first. */
export type Memory = { epoch: number; runs: readonly RunStart[] };

/**
 * Does this memory contain everything that was durable at `mark`? Null when it does, else why not. A line of runs is
 * compared, not two numbers: a restored backup writes on and would outgrow the number that it has forgotten.
 */
export function forgottenSince({ epoch, runs }: Memory, mark: Mark): string | null {
  if (mark.epoch < epoch) return null;
  if (mark.epoch > epoch) return `epoch ${mark.epoch} is unknown here, where it is ${epoch}`;
  const place = runs.findIndex(({ run }) => run === mark.run);
  if (place < 0) return `a run of the database that is unknown here (${mark.run})`;
  const next = runs[place + 1];
  if (!next || next.startedAtLsn >= mark.lsn) return null;
  return `the log reached ${mark.lsn}, and here went on from ${next.startedAtLsn}`;
}

/** Does `mark` add to what was known, for a memory that has not forgotten `known`? */
export function isNews(mark: Mark, known: Mark | null): boolean {
  if (!known || mark.epoch !== known.epoch) return !known || mark.epoch > known.epoch;
  return mark.run !== known.run || mark.lsn > known.lsn;
}
