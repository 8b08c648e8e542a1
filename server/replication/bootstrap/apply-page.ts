import type { Tx } from '@/db/client';
import type { BootstrapPosition } from '@/db/schema/replication';
import type { AirlineCode } from '../../domain/airline-code';
import { applyEntity } from '../apply-entity';
import type { ReplicatedEntity, Replication } from '../entity';
import { comparePositions, type LogPosition } from '../version-vector';
import { finishSnapshot } from './finish-snapshot';
import type { SnapshotPage } from './messages';
import { isSamePosition, lockLog, writePosition } from './position';

export type PageToApply = {
  origin: AirlineCode;
  label: LogPosition;
  entity: ReplicatedEntity;
  states: SnapshotPage['states'];
  /** Where the copy stood when the page was asked for. */
  from: BootstrapPosition | null;
  /** Where it stands afterwards; null: this was the last page. */
  to: BootstrapPosition | null;
};

/** Writes a checked page and moves the position, in one tx. Throws, and changes nothing, when the page must not be applied. */
export async function applyPage(replication: Replication, page: PageToApply): Promise<void> {
  const { origin, label, from, to } = page;
  await replication.airline.db.transaction(async (tx) => {
    const { at, position } = await lockLog(tx, origin);
    if (!isSamePosition(position, from)) throw new Error(`somebody else copies the snapshot of ${origin}`);
    if (comparePositions(label, at) < 0)
      throw new Error(`${origin} is at ${textOf(label)} of its own log, which was at ${textOf(at)} before`);
    await applyStates(tx, replication, page);
    if (to) await writePosition(tx, origin, to);
    else await finishSnapshot(tx, replication, { origin, label });
  });
}

/** All of them get the label's place, by which the sweep knows them. */
async function applyStates(tx: Tx, { airline }: Replication, page: PageToApply): Promise<void> {
  const { origin, label, entity, states } = page;
  if (states.length === 0) return;
  const changes = states.map((state) => ({ ...state, seq: label.seq }));
  const rejected = await applyEntity(tx, airline, { entity, origin, changes, isLate: false });
  if (rejected.some(({ reason }) => reason === 'foreign'))
    throw new Error(`the snapshot of ${origin} has a ${entity.name} that is not its own`);
  if (rejected.length > 0) {
    const reasons = [...new Set(rejected.map(({ reason }) => reason))];
    airline.log('warn', 'a part of a snapshot cannot be read here', {
      origin,
      entity: entity.name,
      entries: rejected.length,
      reasons,
    });
  }
}

function textOf({ epoch, seq }: LogPosition): string {
  return `${epoch}/${seq}`;
}
