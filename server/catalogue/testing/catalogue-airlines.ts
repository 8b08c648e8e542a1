import { eq } from 'drizzle-orm';
import { cabins, catalogues, legs } from '@/db/schema';
import { cabinTemplates } from '@/db/seed/cabin-templates';
import type { Airline } from '@/server/airline';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { legIdOf } from '@/server/domain/leg';
import { systemIds } from '@/server/ids';
import { silentLog } from '@/server/log';
import { type PeerState, type Peers, PeerUnreachable } from '@/server/peers/peers';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { testSignatures } from '@/server/testing/signatures';

export type CatalogueAlliance = {
  airlines: Record<AirlineCode, Airline>;
  databases: Record<AirlineCode, TestDatabase>;
  /** The time that every airline reads; tests move it. */
  time: { now: Date };
  /** What every airline thinks of a peer; live unless set. Nobody answers a question: catalogues are copied. */
  states: Map<AirlineCode, PeerState>;
  close(): Promise<void>;
};

/** Three airlines in one process, each with its own database, that know nothing but catalogues. */
export async function createCatalogueAlliance(now = '2026-12-01T12:00:00.000Z'): Promise<CatalogueAlliance> {
  const alliance: CatalogueAlliance = {
    airlines: {} as CatalogueAlliance['airlines'],
    databases: {} as CatalogueAlliance['databases'],
    time: { now: new Date(now) },
    states: new Map(),
    close: async () => {
      await Promise.all(Object.values(alliance.databases).map((database) => database.drop()));
    },
  };
  for (const code of airlineCodes) {
    alliance.databases[code] = await createTestDatabase(4);
    alliance.airlines[code] = airlineOf(alliance, code);
  }
  return alliance;
}

function airlineOf(alliance: CatalogueAlliance, code: AirlineCode): Airline {
  return {
    code,
    db: alliance.databases[code].db,
    peers: peersOf(alliance, code),
    signatures: testSignatures(code),
    clock: { now: () => alliance.time.now },
    ids: systemIds,
    log: silentLog,
    settings: { rateLimitFactor: 1 },
    stopping: new AbortController().signal,
  };
}

function peersOf(alliance: CatalogueAlliance, self: AirlineCode): Peers {
  return {
    codes: airlineCodes.filter((code) => code !== self),
    statusOf: (peer) => ({ state: alliance.states.get(peer) ?? 'live', lastHeardAt: null }),
    call: async (peer) => {
      throw new PeerUnreachable(peer, 'nobody answers in this test');
    },
  };
}

export type LegFields = Partial<typeof legs.$inferInsert> & { flightNumber: number };

/** A row of `legs`: GRU → SSA on 10 December 2026 unless said otherwise; the service date is the departure's UTC date. */
export function legRow(airline: AirlineCode, fields: LegFields): typeof legs.$inferInsert {
  const departsAt = fields.departsAt ?? new Date('2026-12-10T13:00Z');
  const serviceDate = departsAt.toISOString().slice(0, 10);
  const origin = fields.origin ?? 'GRU';
  return {
    legId: legIdOf({ airline, flightNumber: fields.flightNumber, serviceDate, from: origin }),
    airline,
    serviceDate,
    origin,
    destination: 'SSA',
    departsAt,
    arrivesAt: new Date(departsAt.getTime() + 2 * 3_600_000),
    aircraft: '738',
    cabin: '738-186',
    fareCents: 50_000,
    seatsLeft: 186,
    changeSeq: fields.flightNumber,
    ...fields,
  };
}

/** Publishes legs as an airline's own catalogue, numbered after what it has; the cabin comes along. */
export async function publishLegs(airline: Airline, fields: readonly LegFields[]): Promise<void> {
  const [own] = await airline.db.select().from(catalogues).where(eq(catalogues.airline, airline.code));
  const lastSeq = own?.changeSeq ?? 0;
  const layouts = cabinTemplates.filter(({ code }) => code === '738-186');
  await airline.db
    .insert(cabins)
    .values(layouts.map((layout) => ({ airline: airline.code, code: layout.code, layout })))
    .onConflictDoNothing();
  for (const [place, leg] of fields.entries()) {
    const row = legRow(airline.code, { ...leg, changeSeq: lastSeq + 1 + place });
    await airline.db.insert(legs).values(row).onConflictDoUpdate({ target: legs.legId, set: row });
  }
  const row = { airline: airline.code, changeSeq: lastSeq + fields.length };
  await airline.db
    .insert(catalogues)
    .values(row)
    .onConflictDoUpdate({ target: catalogues.airline, set: row });
}
