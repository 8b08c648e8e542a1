import { openDatabase } from '@/db/client';
import type { Airline } from '@/server/airline';
import { systemClock } from '@/server/clock';
import type { PeerEnv } from '@/server/env';
import { systemIds } from '@/server/ids';
import { silentLog } from '@/server/log';
import { recover } from '@/server/memory/recover/recover';
import { loadAlliance } from '@/server/peers/alliance';
import { createPeers } from '@/server/peers/client';
import { readPrivateKey } from '@/server/peers/keys';
import type { Command } from './arguments';
import { describeRecovery } from './describe-recovery';
import { recoverEnvironment } from './recover-environment';

/** One tx at a time, and reading beside it. */
const poolSize = 4;

/** Recovers an airline whose database was restored or copied, and prints what that did. The site may run meanwhile. */
export async function recoverAirline({
  airline: code,
  without,
  since,
}: Extract<Command, { name: 'recover' }>): Promise<void> {
  const env = recoverEnvironment(code);
  await withPeers(env, async (airline) => {
    const report = await recover(airline, { without, since, tell: (line) => console.log(line) });
    for (const line of describeRecovery(airline.code, report)) console.log(line);
  });
}

/** The airline with its signature, but without its loops. */
async function withPeers(env: PeerEnv, work: (airline: Airline) => Promise<void>): Promise<void> {
  const { AIRLINE: code, DATABASE_URL, ALLIANCE_FILE, PEER_KEY_FILE } = env;
  const alliance = loadAlliance(ALLIANCE_FILE);
  const key = readPrivateKey(PEER_KEY_FILE);
  const shared = { code, clock: systemClock, log: silentLog, ids: systemIds };
  const peers = createPeers({ ...shared, alliance, key });
  const { db, close } = openDatabase(DATABASE_URL, poolSize);
  try {
    const stopping = new AbortController().signal;
    await work({ ...shared, db, peers, settings: { rateLimitFactor: 1 }, stopping });
  } finally {
    peers.stop();
    await close();
  }
}
