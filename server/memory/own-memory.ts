import { asc } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { abstentions, memory, memoryRuns } from '@/db/schema';
import type { Airline } from '../airline';
import { airlineState } from '../airline-state';
import type { RunStart } from './mark';

type Row = typeof memory.$inferSelect;

/** What this airline's database says of its own memory. */
export type OwnMemory = Omit<Row, 'onlyRow'> & {
  runs: RunStart[];
  /** Global transactions in which it must not vote. */
  abstainsFrom: ReadonlySet<string>;
};

const readings = airlineState<{ latest: OwnMemory | null | undefined }>('own-memory', () => ({
  latest: undefined,
}));

/** As this process read it last, at most a second ago where the comparing loop runs; reads it the first time. */
export async function ownMemory(airline: Airline): Promise<OwnMemory | null> {
  const { latest } = readings(airline);
  return latest === undefined ? readOwnMemory(airline) : latest;
}

/** Reads it and keeps it for `ownMemory`; null before the first start of this airline. */
export async function readOwnMemory(airline: Airline): Promise<OwnMemory | null> {
  const own = await findMemory(airline.db);
  readings(airline).latest = own;
  return own;
}

/** Reads it as it stands in this database or `tx`. */
export async function findMemory(db: Database | Tx): Promise<OwnMemory | null> {
  const [row] = await db.select().from(memory);
  if (!row) return null;
  const { onlyRow: _o, ...same } = row;
  const { run, startedAtLsn } = memoryRuns;
  const runs = await db.select({ run, startedAtLsn }).from(memoryRuns).orderBy(asc(memoryRuns.place));
  const abstained = await db.select({ id: abstentions.globalTransactionId }).from(abstentions);
  return { ...same, runs, abstainsFrom: new Set(abstained.map(({ id }) => id)) };
}
