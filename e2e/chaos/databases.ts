import postgres from 'postgres';
import { type AirlineCode, airlines } from '../api/airlines';

/** Connections of our own into the three databases; they come back by themselves after a crash. */
export type Databases = {
  of(airline: AirlineCode): postgres.Sql;
  /** New connections to one of them, after a kill that met a query under way: the driver may wait for the old ones in vain. */
  renew(airline: AirlineCode): void;
  close(): Promise<void>;
};

export function openDatabases(urlOf: (airline: AirlineCode) => string): Databases {
  surviveLateWrites();
  const open = (airline: AirlineCode) =>
    postgres(urlOf(airline), {
      max: 2,
      connect_timeout: 10,
      backoff: false,
      onnotice: () => undefined,
      connection: { application_name: 'chaos', statement_timeout: 10_000 },
    });
  const clients = new Map(airlines.map((code) => [code, open(code)]));
  return {
    of(airline) {
      const client = clients.get(airline);
      if (!client) throw new Error(`no database of ${airline}`);
      return client;
    },
    renew(airline) {
      void clients.get(airline)?.end({ timeout: 0 });
      clients.set(airline, open(airline));
    },
    async close() {
      await Promise.all([...clients.values()].map((client) => client.end({ timeout: 1 })));
    },
  };
}

/**
 * When PostgreSQL is killed under a query the driver may write once more, in a callback of its own, to the socket that is
 * gone. The query itself fails as it should; only that write must not end us.
 */
function surviveLateWrites(): void {
  if (process.listenerCount('uncaughtException') > 0) return;
  process.on('uncaughtException', (error) => {
    const isLateWrite = error instanceof TypeError && /postgres\/src\/connection\.js/.test(error.stack ?? '');
    if (isLateWrite) return;
    console.error(error);
    process.exit(1);
  });
}
