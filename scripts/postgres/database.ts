import postgres from 'postgres';

/** One short-lived connection without retries. `database` defaults to the one in the URL. */
export async function withConnection<Result>(
  url: string,
  work: (sql: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The same server, another database. */
export function urlOfDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** True when the server of this URL lets us in; whether the URL's database exists does not matter. */
export async function acceptsConnections(url: string): Promise<boolean> {
  try {
    await withConnection(urlOfDatabase(url, 'postgres'), (sql) => sql`select 1`);
    return true;
  } catch {
    return false;
  }
}

/** Creates the database that the URL names, unless it is there. */
export async function createDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await withConnection(urlOfDatabase(url, 'postgres'), async (sql) => {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!found) await sql`create database ${sql(name)}`;
  });
}
