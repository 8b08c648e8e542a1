import { openDatabase } from '@/db/client';
import type { Airline } from '@/server/airline';
import { systemClock } from '@/server/clock';
import type { PeerEnv } from '@/server/env';
import { systemIds } from '@/server/ids';
import { silentLog } from '@/server/log';
import { loadAlliance } from '@/server/peers/alliance';
import { createPeers } from '@/server/peers/client';
import { readPrivateKey } from '@/server/peers/keys';
import { createSignatures } from '@/server/peers/signatures';

/** One tx at a time, and reading beside it. */
const poolSize = 4;

/** Runs `work` on an airline with its signature, but without its loops, and closes its database whatever happens. */
export async function withPeers(env: PeerEnv, work: (airline: Airline) => Promise<void>): Promise<void> {
  const { AIRLINE: code, DATABASE_URL, ALLIANCE_FILE, PEER_KEY_FILE } = env;
  const alliance = loadAlliance(ALLIANCE_FILE);
  const key = readPrivateKey(PEER_KEY_FILE);
  const shared = { code, clock: systemClock, log: silentLog, ids: systemIds };
  const peers = createPeers({ ...shared, alliance, key });
  const signatures = createSignatures(key, alliance);
  const { db, close } = openDatabase(DATABASE_URL, poolSize);
  try {
    const stopping = new AbortController().signal;
    await work({ ...shared, db, peers, signatures, settings: { rateLimitFactor: 1 }, stopping });
  } finally {
    peers.stop();
    await close();
  }
}
