import { inArray, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { changeLogs, setAsideChanges } from '@/db/schema';
import type { AirlineCode } from '../../domain/airline-code';
import { Refusal } from '../../errors';
import { type OwnLog, readOwnLog } from '../change-log/own-log';
import type { Replication } from '../entity';
import type { VersionVector } from '../version-vector';
import type { ChecksumsAnswer } from './messages';

/** Answers `peer.checksums` with what this airline has published itself. */
export async function readChecksums(replication: Replication): Promise<ChecksumsAnswer> {
  const { airline } = replication;
  const { isAmnesiac } = await readOwnLog(airline.db, airline.code);
  if (isAmnesiac) throw new Refusal('AIRLINE_RECOVERING', { airline: airline.code });
  return checksumsOf(replication, airline.code);
}

/** Checksums of everything of `origin` that is here, and how far every log has come: all of one instant. */
export async function checksumsOf(
  { airline, entities }: Replication,
  origin: AirlineCode,
): Promise<ChecksumsAnswer> {
  const atOnce = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;
  return airline.db.transaction(async (tx) => {
    const vector = await readVectorHere(tx);
    const isQuiet = tellsOfEverything(await readOwnLog(tx, airline.code));
    const checksums = [];
    for (const entity of entities)
      checksums.push({ entity: entity.name, ...(await entity.checksum(tx, airline, origin)) });
    return { vector, isQuiet, incomplete: await listIncomplete(tx), checksums };
  }, atOnce);
}

function tellsOfEverything({ epoch, memoryEpoch, hasOutbox }: OwnLog): boolean {
  return epoch === memoryEpoch && !hasOutbox;
}

/** A log whose snapshot is being copied stands nowhere. */
async function readVectorHere(tx: Tx): Promise<VersionVector> {
  const { origin, epoch, seq, bootstrap } = changeLogs;
  const rows = await tx.select({ origin, epoch, seq }).from(changeLogs).where(isNull(bootstrap));
  return Object.fromEntries(rows.map((row) => [row.origin, { epoch: row.epoch, seq: row.seq }]));
}

/** What is foreign was never a part of anything; the others may be applied some day. */
async function listIncomplete(tx: Tx): Promise<string[]> {
  const { entity, reason } = setAsideChanges;
  const rows = await tx
    .selectDistinct({ entity })
    .from(setAsideChanges)
    .where(inArray(reason, ['future', 'unknown', 'unreadable']));
  return rows.map((row) => row.entity);
}
