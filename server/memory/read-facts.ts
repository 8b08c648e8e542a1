import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';

/** What PostgreSQL says of itself. */
export type DatabaseFacts = {
  /** Null where this role may not ask. */
  systemIdentifier: string | null;
  databaseOid: number;
  timeline: number;
  /** Names this run of the server: see `runSchema`. */
  run: string;
  /** Flushed end of the write-ahead log, in bytes. */
  lsn: number;
};

const notPermitted = '42501';

/** Reads what tells one database, and one run of it, from a copy. */
export async function readFacts(db: Database): Promise<DatabaseFacts> {
  try {
    return await ask(db, sql`(select system_identifier::text from pg_control_system())`);
  } catch (error) {
    if (codeOf(error) !== notPermitted) throw error;
    return ask(db, sql`null`);
  }
}

type Row = { identifier: string | null; oid: string; timeline: number; started: string; lsn: string };

/**
 * The name of the present log file begins with the timeline in hexadecimal; the control file would still tell the old
 * one for a while after a promotion.
 */
async function ask(db: Database, identifier: ReturnType<typeof sql>): Promise<DatabaseFacts> {
  const [row] = await db.execute<Row>(sql`
    select ${identifier} as identifier,
      (select oid::bigint::text from pg_database where datname = current_database()) as oid,
      ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int as timeline,
      (extract(epoch from pg_postmaster_start_time()) * 1000000)::bigint::text as started,
      pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::bigint::text as lsn`);
  if (!row) throw new Error('the database says nothing of itself');
  const { oid, timeline, started, lsn } = row;
  return {
    systemIdentifier: row.identifier,
    databaseOid: Number(oid),
    timeline,
    run: [row.identifier ?? 'unknown', timeline, oid, started].join('.'),
    lsn: Number(lsn),
  };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && (error.cause as { code?: unknown } | undefined)?.code;
}
