import postgres from 'postgres';
import { type AirlineCode, airlines } from '../api/airlines';

/** Connections of our own into the three databases; they come back by themselves after a crash. */
export type Databases = {
  of(airline: AirlineCode): postgres.Sql;
  close(): Promise<void>;
};

export function openDatabases(urlOf: (airline: AirlineCode) => string): Databases {
  const open = (airline: AirlineCode) =>
    postgres(urlOf(airline), {
      max: 2,
      connect_timeout: 3,
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
    async close() {
      await Promise.all([...clients.values()].map((client) => client.end({ timeout: 1 })));
    },
  };
}
