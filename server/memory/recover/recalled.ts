import type { Decision } from '@/db/schema/global-transactions';
import { invariant } from '../../assert';
import type { Binding, GlobalTransaction } from '../../atomic-commit/transaction';
import type { AirlineCode } from '../../domain/airline-code';
import type { Recollection } from '../messages';

/** What all peers together know of one global transaction. */
export type Recalled = {
  id: string;
  coordinator: AirlineCode;
  binding: Binding | null;
  decision: Decision | null;
  /** Who knows the decision. */
  decidedAt: AirlineCode[];
  /** When the first of them heard of it, by its own clock. */
  bornAt: string;
};

export type RecalledById = Map<string, Recalled>;

/** Is this airline's row missing, undecided, or at odds with what a peer remembers? */
export function isBehind(recalled: Recollection, known: Pick<GlobalTransaction, 'decision'> | undefined) {
  if (!known || known.decision === null) return true;
  return recalled.decision !== null && recalled.decision !== known.decision;
}

/** Adds what one peer remembers. Two decisions of one transaction cannot be: that stops the recovery. */
export function addRecollection(into: RecalledById, from: AirlineCode, recalled: Recollection): void {
  const { id, coordinator, manifest, manifestHash, decision, bornAt } = recalled;
  const known = into.get(id);
  const isOne = !known?.decision || !decision || known.decision === decision;
  invariant(isOne, 'a decision is the same at every airline');
  const binding = manifest && manifestHash ? { manifest, manifestHash } : null;
  into.set(id, {
    id,
    coordinator,
    binding: known?.binding ?? binding,
    decision: known?.decision ?? decision,
    decidedAt: [...(known?.decidedAt ?? []), ...(decision ? [from] : [])],
    bornAt: known && known.bornAt < bornAt ? known.bornAt : bornAt,
  });
}

/** Oldest first: a sale before its cancellation. */
export function inOrderOfBirth(recalled: Iterable<Recalled>): Recalled[] {
  return [...recalled].sort((a, b) => Date.parse(a.bornAt) - Date.parse(b.bornAt) || (a.id < b.id ? -1 : 1));
}
