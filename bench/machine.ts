import { cpus, loadavg, totalmem } from 'node:os';
import type postgres from 'postgres';

/** On what it was measured, by this connection's PostgreSQL, and whether somebody else was at work there. */
export async function machineFacts(sql: postgres.Sql): Promise<string[]> {
  const [first] = cpus();
  const [settings] = await sql<{ version: string; durable: string }[]>`
    select current_setting('server_version') as version,
      format('fsync %s, synchronous_commit %s, full_page_writes %s', current_setting('fsync'),
        current_setting('synchronous_commit'), current_setting('full_page_writes')) as durable`;
  const [load1 = 0, load5 = 0] = loadavg();
  return [
    `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
    `PostgreSQL ${settings?.version}, ${settings?.durable}`,
    `load before: ${load1.toFixed(2)} over a minute, ${load5.toFixed(2)} over five`,
  ];
}
