import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { customers, rateLimits } from '@/db/schema';
import { findCustomer, shareCustomer } from '@/server/account/customer-messages';
import { findCustomerForPeer } from '@/server/account/find-customer-for-peer';
import { receiveCustomer } from '@/server/account/receive-customer';
import type { Airline } from '@/server/airline';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { systemIds } from '@/server/ids';
import { silentLog } from '@/server/log';
import { type Peers, PeerUnreachable } from '@/server/peers/peers';
import type { PeerProcedure } from '@/server/peers/procedure';
import { createTestDatabase } from './database';

export type AccountAlliance = {
  airlines: Record<AirlineCode, Airline>;
  /** The time that every airline reads; tests move it. */
  time: { now: Date };
  /** Airlines that do not answer; their peers see them as offline when `isNoticed`. */
  silent: Map<AirlineCode, { isNoticed: boolean }>;
  /** Every call of one airline to another, oldest first. */
  calls: { from: AirlineCode; to: AirlineCode; procedure: string }[];
  /** Back to no accounts, no counted requests and nobody silent. */
  reset(): Promise<void>;
  close(): Promise<void>;
};

/** Three airlines in one process, each with its own database, that know nothing but accounts. */
export async function createAccountAlliance(): Promise<AccountAlliance> {
  const databases = await Promise.all(airlineCodes.map(() => createTestDatabase(4)));
  const alliance: AccountAlliance = {
    airlines: {} as AccountAlliance['airlines'],
    time: { now: new Date('2026-12-01T12:00:00.000Z') },
    silent: new Map(),
    calls: [],
    reset: async () => {
      alliance.silent.clear();
      alliance.calls.length = 0;
      await Promise.all(databases.map(({ db }) => db.execute(sql`truncate ${customers}, ${rateLimits}`)));
    },
    close: async () => {
      await Promise.all(databases.map((database) => database.drop()));
    },
  };
  airlineCodes.forEach((code, index) => {
    const database = databases[index];
    if (database) alliance.airlines[code] = airlineOf(alliance, code, database.db);
  });
  return alliance;
}

function airlineOf(alliance: AccountAlliance, code: AirlineCode, db: Airline['db']): Airline {
  return {
    code,
    db,
    peers: peersOf(alliance, code),
    clock: { now: () => alliance.time.now },
    ids: systemIds,
    log: silentLog,
    settings: { rateLimitFactor: 1 },
    stopping: new AbortController().signal,
  };
}

function peersOf(alliance: AccountAlliance, self: AirlineCode): Peers {
  return {
    codes: airlineCodes.filter((code) => code !== self),
    statusOf: (peer) => ({
      state: alliance.silent.get(peer)?.isNoticed ? 'offline' : 'live',
      lastHeardAt: null,
    }),
    call: async (peer, procedure, input) => {
      alliance.calls.push({ from: self, to: peer, procedure: procedure.name });
      if (alliance.silent.has(peer)) throw new PeerUnreachable(peer, 'silent in this test');
      const answer = await answerOf(alliance.airlines[peer], self, { procedure, input });
      return procedure.output.parse(answer) as z.output<typeof procedure.output>;
    },
  };
}

/** What the peer port does with a call, less the wire: both sides' schemas are applied. */
function answerOf(
  airline: Airline,
  caller: AirlineCode,
  call: { procedure: PeerProcedure; input: unknown },
): Promise<unknown> {
  if (call.procedure.name === shareCustomer.name) {
    return receiveCustomer(airline, caller, shareCustomer.input.parse(call.input));
  }
  if (call.procedure.name === findCustomer.name) {
    return findCustomerForPeer(airline, caller, findCustomer.input.parse(call.input));
  }
  throw new Error(`${call.procedure.name} is not about accounts`);
}
