import type { Sql } from 'postgres';

/** How often a set of tables was committed together: `global_transactions, seat_claims` → 20. */
export type CommitsByTables = Map<string, number>;

type Row = { tables: string | null; commits: number };

/** Where the log of a database is now. */
export async function logPosition(sql: Sql): Promise<string> {
  await sql`create extension if not exists pg_walinspect`;
  const [row] = await sql<{ lsn: string }[]>`select pg_current_wal_flush_lsn()::text as lsn`;
  return row?.lsn ?? '0/0';
}

/**
 * Every commit record that reached the log since `from`, by the tables that its transaction wrote. Read from the log
 * itself: statistics also count what read only, and transaction ids also count savepoints.
 */
export async function commitsSince(sql: Sql, from: string): Promise<CommitsByTables> {
  const to = await logPosition(sql);
  if (to === from) return new Map();
  const rows = await sql<Row[]>`
    with records as (
      select start_lsn, xid::text as xid, record_type, resource_manager, description from pg_get_wal_records_info(${from}, ${to})
    ), written as (
      select records.xid, coalesce(index_of.indrelid, blocks.oid) as oid
      from pg_get_wal_block_info(${from}, ${to}, false) as block
      join records using (start_lsn)
      join pg_class as blocks on blocks.relfilenode = block.relfilenode
      left join pg_index as index_of on index_of.indexrelid = blocks.oid
    ), commits as (
      select xid, description from records where resource_manager = 'Transaction' and record_type = 'COMMIT'
    ), named as (
      select commits.xid, string_agg(distinct written.oid::regclass::text, ', ') filter (
        where written.oid::regclass::text !~ '^pg_|_serial$') as tables
      from commits left join written on written.xid = commits.xid
        or commits.description ~ ('subxacts:[ 0-9]*\\m' || written.xid || '\\M')
      group by commits.xid
    )
    select tables, count(*)::int as commits from named group by tables order by commits desc, tables`;
  return new Map(rows.map(({ tables, commits }) => [tables ?? 'nothing', commits]));
}
