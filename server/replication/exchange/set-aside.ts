import type { Tx } from '@/db/client';
import { setAsideChanges } from '@/db/schema';
import type { SetAsideReason } from '@/db/schema/replication';
import type { Airline } from '../../airline';
import type { AirlineCode } from '../../domain/airline-code';
import type { ChangeEntry } from '../change-log/change-batch';
import { storableText, storableValue } from '../storable';

export type PlacedEntry = ChangeEntry & { seq: number };

export type ToSetAside = { entry: PlacedEntry; reason: SetAsideReason };

/** Keeps entries that cannot be applied, in the `tx` that moves past them: the log goes on, and nothing is lost. */
export async function setAside(
  tx: Tx,
  airline: Airline,
  { origin, epoch, entries }: { origin: AirlineCode; epoch: number; entries: readonly ToSetAside[] },
): Promise<void> {
  if (entries.length === 0) return;
  const notedAt = airline.clock.now();
  const rows = entries.map(({ entry, reason }) => ({
    origin,
    epoch,
    seq: entry.seq,
    entity: storableText(entry.entity),
    entityId: storableText(entry.id),
    state: { schema: entry.schema, state: storableValue(entry.state ?? null) },
    reason,
    notedAt,
  }));
  await tx.insert(setAsideChanges).values(rows).onConflictDoNothing();
  const reasons = [...new Set(entries.map(({ reason }) => reason))];
  airline.log('warn', 'changes set aside', { origin, entries: entries.length, reasons });
}
