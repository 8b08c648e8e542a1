import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { legs, outbox } from '@/db/schema';
import { systemClock } from '@/server/clock';
import { silentLog } from '@/server/log';
import { parseAlliance } from '@/server/peers/alliance';
import { generatePeerKey, writePrivateKey } from '@/server/peers/keys';
import { listenForPeers, type PeerPort } from '@/server/peers/port';
import { verifyRequest } from '@/server/peers/signature';
import { allianceFileOf } from '@/server/peers/testing/members';
import { peerProcedures } from '@/server/routers/peer';
import { createTestAlliance, type TestAlliance } from '@/server/testing/alliance';
import { interlineLegs, seedInterlineLegs } from '@/server/testing/catalogue';
import { replicateAll } from '@/server/testing/replicate';

let alliance: TestAlliance;
let rumosPort: PeerPort;
const folder = mkdtempSync(join(tmpdir(), 'passcom-replication-'));
const [allianceFile, keyFile] = [join(folder, 'alliance.json'), join(folder, 'giro.key.json')] as const;

/** Giro on the command line; Rumos answers in this process, Boreal nowhere. */
beforeAll(async () => {
  alliance = await createTestAlliance();
  await seedInterlineLegs(alliance);
  await replicateAll(alliance.airlines);
  const keys = { rumos: generatePeerKey(), giro: generatePeerKey(), boreal: generatePeerKey() };
  const members = parseAlliance(allianceFileOf(keys));
  rumosPort = await listenForPeers({
    port: 0,
    host: '127.0.0.1',
    router: peerProcedures,
    createContext: (caller) => ({ caller, airline: alliance.airlines.rumos }),
    verify: (request) => verifyRequest({ self: 'rumos', alliance: members }, request, new Date()),
    clock: systemClock,
    log: silentLog,
  });
  const urls = { rumos: `http://127.0.0.1:${rumosPort.port}` };
  writeFileSync(allianceFile, JSON.stringify(allianceFileOf(keys, urls)));
  writePrivateKey(keyFile, keys.giro);
});

afterAll(async () => {
  await rumosPort.close();
  await alliance.close();
  rmSync(folder, { recursive: true, force: true });
});

async function checkAtGiro(): Promise<{ status: number | null; output: string; complaint: string }> {
  const words = ['--import', 'tsx', resolve('scripts/passcom.ts'), 'replication', '--check'];
  const environment = {
    PATH: process.env.PATH,
    AIRLINE: 'giro',
    DATABASE_URL: alliance.databases.giro.url,
    ALLIANCE_FILE: allianceFile,
    PEER_KEY_FILE: keyFile,
  };
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment as never,
  });
  let [output, complaint] = ['', ''];
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, output, complaint };
}

it('finds the copies of who answers equal', async () => {
  const { status, output, complaint } = await checkAtGiro();
  expect({ status, complaint }).toEqual({ status: 0, complaint: '' });
  expect(output).toMatch(/^rumos +1 +2 +2026-12-01T12:00:00\.000Z +1 +none$/m);
  expect(output).toMatch(/^giro +1 +2 +own log +1 +none$/m);
  expect(output).toContain('\nrumos: equal: cabin, leg, customer, booking\nboreal: does not answer\n');
});

it('ends with status 1 when copies differ, and leaves them as they are', async () => {
  const { db } = alliance.airlines.giro;
  await db.update(legs).set({ fareCents: 1 }).where(eq(legs.legId, interlineLegs.rumos));
  const { status, output, complaint } = await checkAtGiro();
  expect(status).toBe(1);
  expect(output).toContain('\nrumos: different: leg; equal: cabin, customer, booking\n');
  expect(complaint).toBe('passcom: the copies of rumos differ\n');
  const [leg] = await db.select().from(legs).where(eq(legs.legId, interlineLegs.rumos));
  expect(leg?.fareCents).toBe(1);
});

it('says so when nothing can be compared now', async () => {
  await alliance.airlines.rumos.db.insert(outbox).values({ entity: 'leg', entityId: interlineLegs.rumos });
  const { status, output } = await checkAtGiro();
  expect(status).toBe(0);
  expect(output).toContain(
    'rumos: not comparable now: one of the two was changing or behind at every attempt',
  );
});
