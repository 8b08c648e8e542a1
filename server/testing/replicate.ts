import { waitUntil } from '@/scripts/wait-until';
import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';
import { isRefusal } from '../errors';
import { isPeerUnreachable } from '../peers/peers';
import { replicationOf } from '../replicated-entities';
import { readOwnLog } from '../replication/change-log/own-log';
import { readVector } from '../replication/change-log/read-vector';
import { type SequenceOptions, sequenceChanges } from '../replication/change-log/sequence-changes';
import type { Replication } from '../replication/entity';
import { pullChanges } from '../replication/exchange/pull-changes';

/** Longer than any other test keeps a tx open. */
const sequencedWithinMs = 15_000;

/** Enough for news that has to go through a relay; more means that they never agree. */
const maxRounds = 5;

/**
 * Everybody sequences what it noted and pulls from everybody, over `airline.peers.call`, until all vectors are equal, or
 * no round changes them any more because a link is cut. Throws when it never ends.
 */
export async function replicateAll(airlines: Record<AirlineCode, Airline>): Promise<void> {
  const replications = Object.values(airlines).map(replicationOf);
  let before = '';
  for (let round = 0; round < maxRounds; round += 1) {
    for (const replication of replications) await sequenceAll(replication);
    for (const replication of replications) await pullFromAll(replication);
    const vectors = await Promise.all(replications.map(({ airline }) => readVector(airline.db)));
    const after = JSON.stringify(vectors);
    if (after === before) return;
    before = after;
  }
  throw new Error(`replication did not come to rest in ${maxRounds} rounds`);
}

/**
 * Sequences all that has been noted. Whatever tx is open in the whole PostgreSQL server delays that: other test files use
 * the same one. Throws when one stays open; an amnesiac airline logs nothing.
 */
export async function sequenceAll(replication: Replication, tell?: SequenceOptions['tell']): Promise<void> {
  const { db, code } = replication.airline;
  const isDone = await waitUntil(
    async () => {
      await sequenceChanges(replication, { tell });
      const { hasOutbox, isAmnesiac } = await readOwnLog(db, code);
      return isAmnesiac || !hasOutbox;
    },
    sequencedWithinMs,
    5,
  );
  if (!isDone) throw new Error(`something holds back the change log of ${code}`);
}

async function pullFromAll(replication: Replication): Promise<void> {
  for (const peer of replication.airline.peers.codes) {
    await pullChanges(replication, peer).catch((error: unknown) => {
      if (!isPeerUnreachable(error) && !isRefusal(error)) throw error;
    });
  }
}
