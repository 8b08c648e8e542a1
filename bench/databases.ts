import postgres from 'postgres';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import type { OwnAlliance } from './own-alliance';

/** As many connections per database as a site has (`db/client.ts`). */
const poolSize = 12;

/** A pool of raw connections to each airline's database. */
export type Databases = Record<AirlineCode, postgres.Sql>;

export function openDatabases({ environments }: OwnAlliance): Databases {
  const open = (code: AirlineCode) => {
    const url = environments.get(code)?.DATABASE_URL;
    if (!url) throw new Error(`${code} has no database`);
    return postgres(url, { max: poolSize, onnotice: () => undefined });
  };
  return Object.fromEntries(airlineCodes.map((code) => [code, open(code)])) as Databases;
}

export async function closeDatabases(databases: Databases): Promise<void> {
  await Promise.all(Object.values(databases).map((sql) => sql.end({ timeout: 5 })));
}
