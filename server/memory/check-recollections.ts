import { inArray } from 'drizzle-orm';
import { globalTransactions } from '@/db/schema';
import type { Decision } from '@/db/schema/global-transactions';
import type { Airline } from '../airline';
import type { AirlineCode } from '../domain/airline-code';
import { declareAmnesia } from './declare-amnesia';
import { isRemembered } from './is-remembered';
import { recollectionsProcedure } from './messages';

/**
 * Asks a peer for the newest transactions in which this airline must have taken a durable step, and looks whether it
 * remembers them: exact where marks are only as new as the last comparison. Throws when the peer is silent.
 */
export async function checkRecollections(airline: Airline, peer: AirlineCode): Promise<void> {
  const { recollections } = await airline.peers.call(peer, recollectionsProcedure, { newest: true });
  if (recollections.length === 0) return;
  const rows = await airline.db
    .select()
    .from(globalTransactions)
    .where(
      inArray(
        globalTransactions.id,
        recollections.map(({ id }) => id),
      ),
    );
  const knownById = new Map(rows.map((row) => [row.id, { ...row, accepted: acceptedOf(row) }]));
  const forgotten = recollections.filter(
    (recalled) => !isRemembered(airline.code, recalled, knownById.get(recalled.id) ?? null),
  );
  const [first] = forgotten;
  if (!first) return;
  const count = `${forgotten.length} transactions of this airline that are unknown or behind here`;
  await declareAmnesia(airline, `${peer} knows ${count}, the newest ${first.id}`);
}

type Stored = { acceptedBallot: number | null; acceptedValue: Decision | null };

function acceptedOf({ acceptedBallot, acceptedValue }: Stored) {
  return acceptedBallot === null || acceptedValue === null
    ? null
    : { ballot: acceptedBallot, value: acceptedValue };
}
