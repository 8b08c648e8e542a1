import { waitUntil } from '@/scripts/wait-until';
import { type AirlineCode, airlines } from '../../api/airlines';
import type { Databases } from '../databases';

/** Ids of what waits for a decision at an airline, or still has a seat prepared there. */
export async function unsettledAt(databases: Databases, airline: AirlineCode): Promise<string[]> {
  const rows = await databases.of(airline)<{ id: string }[]>`
    select id from global_transactions where decision is null
    union select global_transaction_id from seat_claims where state = 'prepared'`;
  return rows.map(({ id }) => id);
}

/** Everything that waits now, to be told apart from what comes later. */
export async function leftovers(databases: Databases, at: readonly AirlineCode[]): Promise<Set<string>> {
  return new Set((await Promise.all(at.map((code) => unsettledAt(databases, code)))).flat());
}

export type SettleWait = {
  databases: Databases;
  at: readonly AirlineCode[];
  /** What waited before and is none of our business. */
  except: ReadonlySet<string>;
  deadlineMs: number;
};

/** A message on its way may still begin something: nothing may wait for this long. */
const quietMs = 600;
const lookEveryMs = 40;

/**
 * Waits until nothing waits for a decision at these airlines, and answers with the instant from which on that was so;
 * null after the deadline. A database that does not answer is not settled.
 */
export async function settledFrom({ databases, at, except, deadlineMs }: SettleWait): Promise<number | null> {
  let quietFrom: number | null = null;
  const isQuiet = async () => {
    const lookedAt = Date.now();
    const waiting = await leftovers(databases, at).catch(() => null);
    const quiet = waiting !== null && [...waiting].every((id) => except.has(id));
    quietFrom = quiet ? (quietFrom ?? lookedAt) : null;
    return quietFrom !== null && lookedAt - quietFrom >= quietMs;
  };
  return (await waitUntil(isQuiet, deadlineMs, lookEveryMs)) ? quietFrom : null;
}

/** Waits until no airline has anything left to do, not even telling others; goes on after the deadline all the same. */
export async function finished(databases: Databases, deadlineMs: number): Promise<void> {
  const isIdle = async (airline: AirlineCode) => {
    const [row] = await databases.of(airline)<{ idle: boolean }[]>`
      select not exists (select from global_transactions where resolve_at is not null) as idle`;
    return row?.idle;
  };
  await waitUntil(async () => (await Promise.all(airlines.map(isIdle))).every(Boolean), deadlineMs, 50);
}
