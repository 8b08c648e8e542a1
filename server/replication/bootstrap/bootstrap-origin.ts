import type { BootstrapPosition } from '@/db/schema/replication';
import { airlineState } from '../../airline-state';
import { invariant } from '../../assert';
import type { AirlineCode } from '../../domain/airline-code';
import type { ReplicatedEntity, Replication } from '../entity';
import type { LogPosition } from '../version-vector';
import { applyPage } from './apply-page';
import { faultOfPage } from './check-page';
import { maxStatesPerPage, type SnapshotPage, snapshotProcedure } from './messages';
import { readPosition, writePosition } from './position';

/** A page of 1 MB over a slow line, read from disk; longer means that something else is wrong. */
const pageTimeoutMs = 20_000;

/** An origin that begins a new log again and again has a fault of its own. */
const maxStarts = 3;

export type Bootstrapped = { label: LogPosition };

/** `pageSize`: states asked for at a time. */
export type BootstrapOptions = { signal?: AbortSignal; pageSize?: number };

const underWay = airlineState('snapshots under way', () => new Map<AirlineCode, Promise<Bootstrapped>>());

/**
 * Replaces all copies of an origin by its own snapshot, page by page, and continues where an earlier attempt ended. The
 * label is the end of its log when the copy began: the tail from there makes the copy exact. Who calls while it is under
 * way waits for the same. Throws `PeerUnreachable`, the origin's `Refusal`, the signal's reason, or an Error that names
 * what is wrong with a page; what was copied until then stays.
 */
export async function bootstrapOrigin(
  replication: Replication,
  origin: AirlineCode,
  { signal, pageSize = maxStatesPerPage }: BootstrapOptions = {},
): Promise<Bootstrapped> {
  const copies = underWay(replication.airline);
  const copying = copies.get(origin) ?? copyOrigin({ replication, origin, signal, pageSize });
  copies.set(origin, copying);
  try {
    return await copying;
  } finally {
    if (copies.get(origin) === copying) copies.delete(origin);
  }
}

type Copying = { replication: Replication; origin: AirlineCode; signal?: AbortSignal; pageSize: number };

async function copyOrigin(copying: Copying): Promise<Bootstrapped> {
  const { replication, origin } = copying;
  const { airline } = replication;
  for (let start = 0; start < maxStarts; start += 1) {
    const label = await copyPages(copying);
    if (label) {
      airline.log('info', 'snapshot copied', { origin, ...label });
      return { label };
    }
    airline.log('warn', 'an airline began a new log while its snapshot was copied', { origin });
    await writePosition(airline.db, origin, null);
  }
  throw new Error(`${origin} begins a new log all the time`);
}

/** Copies to the end and answers the label; null when the origin's log is not the one that the copy began with. */
async function copyPages(copying: Copying): Promise<LogPosition | null> {
  const { replication, origin, signal } = copying;
  const { airline, entities } = replication;
  let from = await readPosition(airline.db, origin);
  let asked = askPage(copying, whereOf(entities, from));
  for (;;) {
    const page = await asked;
    signal?.throwIfAborted();
    const { entity, after } = whereOf(entities, from);
    const label = { epoch: from?.epoch ?? page.epoch, seq: from?.seq ?? page.seq };
    if (page.epoch !== label.epoch || page.seq < label.seq) return null;
    const fault = faultOfPage(page, { after, schemaVersion: entity.schemaVersion });
    if (fault) throw new Error(`page of the snapshot of ${origin} refused: ${fault}`);
    const to = positionAfter(entities, { label, entity, next: page.next });
    // The next page is on its way while this one is written: never more than these two.
    if (to) asked = askPage(copying, whereOf(entities, to));
    await applyPage(replication, { origin, label, entity, states: page.states, from, to });
    if (!to) return label;
    from = to;
  }
}

type Where = { entity: ReplicatedEntity; after: string | null };

/** An entity that this version does not copy, left by another one, begins the copy anew. */
function whereOf(entities: readonly ReplicatedEntity[], position: BootstrapPosition | null): Where {
  const [first] = entities;
  invariant(first, 'something is replicated');
  const entity = entities.find(({ name }) => name === position?.entity);
  return entity ? { entity, after: position?.after ?? null } : { entity: first, after: null };
}

function positionAfter(
  entities: readonly ReplicatedEntity[],
  { label, entity, next }: { label: LogPosition; entity: ReplicatedEntity; next: string | null },
): BootstrapPosition | null {
  if (next !== null) return { ...label, entity: entity.name, after: next };
  const following = entities[entities.indexOf(entity) + 1];
  return following ? { ...label, entity: following.name, after: null } : null;
}

function askPage(
  { replication: { airline }, origin, pageSize }: Copying,
  { entity, after }: Where,
): Promise<SnapshotPage> {
  const question = { entity: entity.name, after, limit: pageSize };
  const page = airline.peers.call(origin, snapshotProcedure, question, { timeoutMs: pageTimeoutMs });
  // Whoever awaits it hears of its failure; until then it must not end the process.
  page.catch(() => undefined);
  return page;
}
