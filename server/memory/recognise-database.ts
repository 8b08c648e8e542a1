import { memory, memoryRuns } from '@/db/schema';
import type { Airline } from '../airline';
import { invariant } from '../assert';
import { declareAmnesia } from './declare-amnesia';
import { findMemory, type OwnMemory, readOwnMemory } from './own-memory';
import { type DatabaseFacts, readFacts } from './read-facts';

export type Recognised = { own: OwnMemory; facts: DatabaseFacts };

/**
 * Compares the database with what it says of itself, and notes a new run of its server before anybody is told of it.
 * A database that was moved, restored by replaying its log, or copied beside the original is amnesiac from here on.
 * `look` is how the database is asked; tests lend it another identity.
 */
export async function recogniseDatabase(
  airline: Airline,
  look: typeof readFacts = readFacts,
): Promise<Recognised> {
  const facts = await look(airline.db);
  const known = await readOwnMemory(airline);
  const own = known?.runs.at(-1)?.run === facts.run ? known : await noteRun(airline, facts);
  const reason = strangenessOf(own, facts);
  if (!reason || own.state === 'amnesiac') return { own, facts };
  await declareAmnesia(airline, reason);
  return { own: { ...own, state: 'amnesiac', reason }, facts };
}

/** Why this is not the database that the row describes; null when it is. */
export function strangenessOf(
  stored: Pick<OwnMemory, 'systemIdentifier' | 'databaseOid' | 'timeline'>,
  facts: DatabaseFacts,
): string | null {
  const { systemIdentifier, databaseOid, timeline } = facts;
  if (stored.systemIdentifier !== systemIdentifier)
    return `another PostgreSQL cluster: ${systemIdentifier}, and the data is of ${stored.systemIdentifier}`;
  if (stored.databaseOid !== databaseOid) return 'another database of the same PostgreSQL cluster';
  if (stored.timeline !== timeline)
    return `timeline ${timeline} of the log, and the data is of timeline ${stored.timeline}`;
  return null;
}

/** The first start ever writes the row, every new run of the server its place in the log. */
async function noteRun(airline: Airline, facts: DatabaseFacts): Promise<OwnMemory> {
  const { run, lsn, systemIdentifier, databaseOid, timeline } = facts;
  const now = airline.clock.now();
  await airline.db.transaction(async (tx) => {
    await tx
      .insert(memory)
      .values({ systemIdentifier, databaseOid, timeline, epoch: 1, state: 'remembers', since: now })
      .onConflictDoNothing();
    // Two processes that start at once wait here for each other.
    await tx.select().from(memory).for('update');
    const runs = (await findMemory(tx))?.runs ?? [];
    if (runs.at(-1)?.run === run) return;
    await tx.insert(memoryRuns).values({ run, startedAtLsn: lsn, seenAt: now }).onConflictDoNothing();
  });
  const own = await readOwnMemory(airline);
  invariant(own, 'the first start leaves a row');
  return own;
}
