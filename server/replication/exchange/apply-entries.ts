import type { Tx } from '@/db/client';
import type { AirlineCode } from '../../domain/airline-code';
import { applyEntity } from '../apply-entity';
import type { ReplicatedEntity, Replication } from '../entity';
import type { PlacedEntry, ToSetAside } from './set-aside';

export type EntriesToApply = {
  origin: AirlineCode;
  entries: readonly PlacedEntry[];
  isLate: boolean;
};

/**
 * Applies entries of one origin, entity by entity in the order of the registry, so that two origins' entries lock rows
 * in one order; each entity's in the order of the log, and of several of one only the last. Returns those that could not
 * be applied.
 */
export async function applyEntries(
  tx: Tx,
  { airline, entities }: Replication,
  { origin, entries, isLate }: EntriesToApply,
): Promise<ToSetAside[]> {
  const latest = latestOfEach(entries);
  const rejected = unknownAmong(entities, latest);
  const unknown = new Set(rejected.map(({ entry }) => entry));
  for (const entity of entities) {
    const changes = latest.filter((entry) => entry.entity === entity.name && !unknown.has(entry));
    if (changes.length === 0) continue;
    const bySeq = new Map(changes.map((entry) => [entry.seq, entry]));
    for (const { seq, reason } of await applyEntity(tx, airline, { entity, origin, changes, isLate })) {
      const entry = bySeq.get(seq);
      if (entry) rejected.push({ entry, reason });
    }
  }
  return rejected;
}

function latestOfEach(entries: readonly PlacedEntry[]): PlacedEntry[] {
  const byKey = new Map(entries.map((entry) => [`${entry.entity} ${entry.id}`, entry]));
  return [...byKey.values()].sort((one, other) => one.seq - other.seq);
}

/** Of an entity, or of a version of one, that only newer deployments know. */
function unknownAmong(entities: readonly ReplicatedEntity[], entries: readonly PlacedEntry[]): ToSetAside[] {
  const versionOf = new Map(entities.map(({ name, schemaVersion }) => [name, schemaVersion]));
  return entries
    .filter(({ entity, schema }) => schema > (versionOf.get(entity) ?? 0))
    .map((entry) => ({ entry, reason: 'unknown' }));
}
