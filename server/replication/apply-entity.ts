import type { Tx } from '@/db/client';
import type { Airline } from '../airline';
import type { Changes, Rejected, ReplicatedEntity } from './entity';
import { isStorable } from './storable';

/** Applies one entity's changes without those that PostgreSQL cannot store: they are as unreadable as other nonsense. */
export async function applyEntity(
  tx: Tx,
  airline: Airline,
  { entity, ...task }: Changes & { entity: ReplicatedEntity },
): Promise<Rejected[]> {
  const changes = task.changes.filter(({ id, state }) => isStorable([id, state]));
  const kept = new Set(changes);
  const rejected = task.changes
    .filter((change) => !kept.has(change))
    .map(({ seq }): Rejected => ({ seq, reason: 'unreadable' }));
  if (changes.length === 0) return rejected;
  return [...rejected, ...(await entity.apply(tx, airline, { ...task, changes }))];
}
