import { openDatabase } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import type { Airline } from './airline';
import { stampCallerAddress } from './auth/stamp-caller-address';
import { setRuntime } from './boot';
import { systemClock } from './clock';
import { refuseForgetfulDatabase } from './database-durability';
import { readEnv } from './env';
import { systemIds } from './ids';
import { startJobs } from './jobs/start-jobs';
import { startLive } from './live/start-live';
import { createLog } from './log';
import { compareMemories } from './memory/compare-memories';
import { loadAlliance } from './peers/alliance';
import { createPeers } from './peers/client';
import { readPrivateKey } from './peers/keys';
import { listenForPeers } from './peers/port';
import { verifyRequest } from './peers/signature';
import { createSignatures } from './peers/signatures';
import { peerProcedures } from './routers/peer';
import { startSearch } from './search/start-search';
import { drainOnSignal } from './shutdown';
import { queuePurchases } from './site-door';

/**
 * Brings this process's airline to life: environment, database, peers, peer port, jobs. Throws with one sentence that
 * names what is missing; nothing listens then.
 */
async function startAirline(): Promise<void> {
  const env = readEnv();
  const log = createLog(env.AIRLINE);
  const alliance = loadAlliance(env.ALLIANCE_FILE);
  const key = readPrivateKey(env.PEER_KEY_FILE);
  const peers = createPeers({ code: env.AIRLINE, alliance, key, clock: systemClock, log });
  const { db, close: closeDatabase } = openDatabase(env.DATABASE_URL, env.DATABASE_POOL_SIZE);
  await refuseForgetfulDatabase(db);
  await migrateDatabase(env.DATABASE_URL);
  const stop = new AbortController();
  const airline: Airline = {
    code: env.AIRLINE,
    db,
    peers,
    signatures: createSignatures(key, alliance),
    clock: systemClock,
    ids: systemIds,
    log,
    settings: { rateLimitFactor: env.RATE_LIMIT_FACTOR },
    stopping: stop.signal,
  };
  const runtime = { airline, env, status: 'starting' as 'starting' | 'ready' | 'draining' };
  setRuntime(runtime);
  stampCallerAddress();
  queuePurchases(airline);
  // Before anybody can ask for a vote.
  await compareMemories(airline);

  const port = await listenForPeers({
    port: env.PEER_PORT,
    host: env.PEER_HOST,
    router: peerProcedures,
    createContext: (caller) => ({ airline, caller }),
    verify: (request) => verifyRequest({ self: airline.code, alliance }, request, airline.clock.now()),
    clock: airline.clock,
    log,
    rateLimitFactor: env.RATE_LIMIT_FACTOR,
  });
  peers.start();
  const search = await startSearch(airline, env.DATABASE_URL);
  const live = startLive(airline, env.DATABASE_URL);
  const jobs = startJobs(airline, { rollsSchedule: env.DEMO_NETWORK });
  runtime.status = 'ready';
  log('info', 'airline started', { peerPort: port.port });

  drainOnSignal({
    log,
    endStreams: () => live.endStreams(),
    async drain() {
      runtime.status = 'draining';
      stop.abort();
      await port.close();
      await jobs.stop();
      peers.stop();
      await live.stop();
      await search.stop();
      await closeDatabase();
    },
  });
}

/** `startAirline` for a server process: Next would go on after a failure and answer 500 to everything, so say why and stop. */
export async function startAirlineOrExit(): Promise<void> {
  try {
    await startAirline();
  } catch (error) {
    console.error(`PassCom cannot start: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}
