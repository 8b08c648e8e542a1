import { createDatabase, withConnection } from '../postgres/database';
import { StartFailure } from '../start-failure';

/** SQLSTATE of a database that does not exist. */
const databaseMissing = '3D000';

/** Checks that a PostgreSQL of somebody else's lets us in, creating the database when it may. Returns the URL. */
export async function openExternalDatabase(airline: string, url: string): Promise<string> {
  const { host, pathname } = new URL(url);
  try {
    await withConnection(url, (sql) => sql`select 1`).catch(async (error) => {
      if ((error as { code?: string }).code !== databaseMissing) throw error;
      await createDatabase(url);
    });
    return url;
  } catch (error) {
    throw new StartFailure(
      `The PostgreSQL for ${airline} (${host}${pathname}) does not let us in: ${(error as Error).message}. Check DATABASE_URL, or leave it out for an embedded one.`,
    );
  }
}
