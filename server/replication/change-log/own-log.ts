import { sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import type { AirlineCode } from '../../domain/airline-code';

/** Where an airline's own log stands beside its memory. */
export type OwnLog = {
  isAmnesiac: boolean;
  /** The epoch that the log must have. */
  memoryEpoch: number;
  /** The epoch that it has, null before the first. */
  epoch: number | null;
  seq: number;
  hasOutbox: boolean;
};

type Row = {
  state: string | null;
  memory_epoch: number | null;
  epoch: number | null;
  seq: string | null;
  has_outbox: boolean;
};

/** One statement, because it is asked ten times a second. */
export async function readOwnLog(db: Database | Tx, self: AirlineCode): Promise<OwnLog> {
  const [row] = await db.execute<Row>(sql`
    select memory.state, memory.epoch as memory_epoch, own.epoch, own.seq,
      exists (select from outbox) as has_outbox
    from (select 1) as always
    left join memory on true
    left join change_logs as own on own.origin = ${self}`);
  return {
    isAmnesiac: row?.state === 'amnesiac',
    memoryEpoch: row?.memory_epoch ?? 1,
    epoch: row?.epoch ?? null,
    seq: Number(row?.seq ?? 0),
    hasOutbox: row?.has_outbox ?? false,
  };
}
