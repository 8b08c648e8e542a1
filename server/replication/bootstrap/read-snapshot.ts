import { sql } from 'drizzle-orm';
import type { Airline } from '../../airline';
import { Refusal } from '../../errors';
import { readOwnLog } from '../change-log/own-log';
import type { EntityState, Replication } from '../entity';
import type { LogPosition } from '../version-vector';
import { maxPageBytes, type SnapshotPage, type SnapshotQuestion } from './messages';

/** Before a new log has told of them, a copy would hear of nearly everything a second time. */
const maxOutboxRows = 5_000;

const readyAgainSeconds = 2;

/** Answers `peer.snapshot` with own entities. An entity that this version does not know has no states here. */
export async function readSnapshot(
  { airline, entities }: Replication,
  { entity: name, after, limit }: SnapshotQuestion,
): Promise<SnapshotPage> {
  // Before the states: they are at least as new as the place that is said of them.
  const head = await readHead(airline);
  const entity = entities.find((one) => one.name === name);
  const read = entity ? await entity.readPage(airline.db, airline, { after, limit }) : [];
  const states = fitting(read);
  const isLast = states.length === read.length && read.length < limit;
  return {
    ...head,
    schema: entity?.schemaVersion ?? 1,
    states,
    next: isLast ? null : (states.at(-1)?.id ?? null),
  };
}

/** Where the own log ends; refuses while it has not begun, or far more has changed than it tells of. */
async function readHead(airline: Airline): Promise<LogPosition> {
  const { isAmnesiac, memoryEpoch, epoch, seq } = await readOwnLog(airline.db, airline.code);
  if (isAmnesiac) throw new Refusal('AIRLINE_RECOVERING', { airline: airline.code });
  const isReady = epoch === memoryEpoch && (await countOutbox(airline)) <= maxOutboxRows;
  if (isReady) return { epoch, seq };
  throw new Refusal('OVERLOADED', { airline: airline.code, retryAfterSeconds: readyAgainSeconds });
}

/** No further than it has to know. */
async function countOutbox(airline: Airline): Promise<number> {
  const [row] = await airline.db.execute<{ count: number }>(
    sql`select count(*)::int as count from (select from outbox limit ${maxOutboxRows + 1}) as noted`,
  );
  return row?.count ?? 0;
}

/** As many from the beginning as go into a page, at least one. */
function fitting(states: readonly EntityState[]): EntityState[] {
  let bytes = 0;
  const end = states.findIndex((state, place) => {
    bytes += Buffer.byteLength(JSON.stringify(state));
    return place > 0 && bytes > maxPageBytes;
  });
  return states.slice(0, end < 0 ? states.length : end);
}
