import { resolve } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/** Any constant will do as long as every PassCom process takes the same one. */
const migrationLock = 7_262_001;

/**
 * Brings a database to the newest schema. Several processes may call it at once: an advisory lock lets one work and
 * the others find it done. `folder` is relative to the checkout, in which every PassCom process runs. Throws when the database cannot be reached.
 */
export async function migrateDatabase(url: string, folder = resolve('db/migrations')): Promise<void> {
  const client = postgres(url, { max: 2, onnotice: () => undefined });
  try {
    const guard = await client.reserve();
    await guard`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle(client), { migrationsFolder: folder });
    await guard`select pg_advisory_unlock(${migrationLock})`;
    guard.release();
  } finally {
    await client.end({ timeout: 5 });
  }
}
