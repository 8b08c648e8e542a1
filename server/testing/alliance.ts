import { TRPCError } from '@trpc/server';
import type { z } from 'zod';
import type { Airline } from '../airline';
import { type AirlineCode, airlineCodes } from '../domain/airline-code';
import { isRefusal, refusalCodes } from '../errors';
import { systemIds } from '../ids';
import { type Log, silentLog } from '../log';
import { type Peers, PeerUnreachable } from '../peers/peers';
import { peerProcedures } from '../routers/peer';
import { createPeerCallerFactory } from '../trpc';
import { createTestDatabase, type TestDatabase } from './database';
import { testSignatures } from './signatures';

/** What a test may do to one call: `answer-lost` lets the peer act and the caller never know. */
export type Fate = 'delivered' | 'lost' | 'answer-lost';

export type Call = { from: AirlineCode; to: AirlineCode; procedure: string; input: unknown };

export type TestAlliance = {
  airlines: Record<AirlineCode, Airline>;
  databases: Record<AirlineCode, TestDatabase>;
  /** The time that every airline reads; tests move it. */
  time: { now: Date };
  /** Decides what becomes of each call; deliver everything unless a test says otherwise. */
  network: { fateOf(call: Call): Fate };
  /** Airlines that the others' heartbeats see as offline. */
  offline: Set<AirlineCode>;
  /** Every call of one airline to another, oldest first. */
  calls: Call[];
  /** Those of them that have not been answered yet. */
  callsUnderWay: Set<Call>;
  /** Nothing is tried again that an airline had put off for a moment; what it begins afterwards is. */
  endResends(): Promise<void>;
  close(): Promise<void>;
};

const createCaller = createPeerCallerFactory(peerProcedures);

/**
 * Three airlines in one process over the production verbs and peer router, each with its own database; only the wire is
 * replaced. `close` stops resends and drops the databases.
 */
export async function createTestAlliance({ log = silentLog }: { log?: Log } = {}): Promise<TestAlliance> {
  let stop = new AbortController();
  const alliance: TestAlliance = {
    airlines: {} as TestAlliance['airlines'],
    databases: {} as TestAlliance['databases'],
    time: { now: new Date('2026-12-01T12:00:00.000Z') },
    network: { fateOf: () => 'delivered' },
    offline: new Set(),
    calls: [],
    callsUnderWay: new Set(),
    endResends: async () => {
      stop.abort();
      // By the next turn of the event loop whoever waited for the next try has seen it.
      await new Promise(setImmediate);
      stop = new AbortController();
      for (const airline of Object.values(alliance.airlines)) airline.stopping = stop.signal;
    },
    close: async () => {
      stop.abort();
      await Promise.all(Object.values(alliance.databases).map((database) => database.drop()));
    },
  };
  for (const code of airlineCodes) {
    const database = await createTestDatabase();
    alliance.databases[code] = database;
    alliance.airlines[code] = {
      code,
      db: database.db,
      peers: peersOf(alliance, code),
      signatures: testSignatures(code),
      clock: { now: () => alliance.time.now },
      ids: systemIds,
      log,
      settings: { rateLimitFactor: 1 },
      stopping: stop.signal,
    };
  }
  return alliance;
}

function peersOf(alliance: TestAlliance, self: AirlineCode): Peers {
  return {
    codes: airlineCodes.filter((code) => code !== self),
    statusOf: (peer) => ({
      state: alliance.offline.has(peer) ? 'offline' : 'live',
      lastHeardAt: alliance.time.now,
    }),
    call: async (peer, procedure, input) => {
      const call: Call = { from: self, to: peer, procedure: procedure.name, input };
      alliance.calls.push(call);
      const fate = alliance.network.fateOf(call);
      if (fate === 'lost') throw new PeerUnreachable(peer, 'lost in this test');
      alliance.callsUnderWay.add(call);
      const answering = answerOf(alliance.airlines[peer], call);
      const answer = await answering.finally(() => alliance.callsUnderWay.delete(call));
      if (fate === 'answer-lost') throw new PeerUnreachable(peer, 'answer lost in this test');
      return procedure.output.parse(overTheWire(answer)) as z.output<typeof procedure.output>;
    },
  };
}

/** The wire is JSON: dates, undefined and class instances do not survive it. */
function overTheWire(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

async function answerOf(airline: Airline, { from, to, procedure, input }: Call): Promise<unknown> {
  const caller = createCaller({ airline, caller: from }).peer as unknown as Record<
    string,
    (input: unknown) => Promise<unknown>
  >;
  const answer = caller[procedure];
  if (!answer) throw new Error(`the peer router has no ${procedure}`);
  try {
    return await answer(overTheWire(input ?? {}));
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (isRefusal(error.cause)) throw error.cause;
    const isClientsFault = Object.values(refusalCodes).some((code) => code === error.code);
    throw new PeerUnreachable(
      to,
      isClientsFault ? `${error.code}: ${error.message}` : String(error.cause ?? error),
    );
  }
}
