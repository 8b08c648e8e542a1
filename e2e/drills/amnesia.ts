import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Report, step } from '@/scripts/start/report';
import { waitUntil } from '@/scripts/wait-until';
import { deploymentOf } from '../alliance/alliance-under-test';
import { startAirline, stopAirline, waitForPeerState } from '../alliance/faults';
import type { AirlineCode } from '../api/airlines';
import { newAccount, register } from '../api/customers';
import type { SiteClient } from '../api/site-client';
import { siteUrl } from '../api/sites';
import { findInterlineTrip, findOwnTrip, orderFor, rivalOf, seatMap } from '../api/trips';
import type { Itinerary, PurchaseOrder } from '../api/wire';
import { finalAttempt, tryPurchase } from '../chaos/purchase-attempt';

const victim: AirlineCode = 'rumos';
const peers: AirlineCode[] = ['giro', 'boreal'];

/** Beyond this a purchase or a state of memory does not come any more. */
const deadlineMs = 20_000;

type Sale = { order: PurchaseOrder; trip: Itinerary };

const run = promisify(execFile);

/**
 * An operator puts yesterday's files of a database in place of today's. The airline must notice, sell nothing, recover
 * from its peers, and sell again without selling a seat twice. Needs three running airlines; throws what went wrong.
 */
export async function runAmnesiaDrill(report: Report, date: string): Promise<void> {
  const [giro, boreal] = [await register('giro', newAccount()), await register('boreal', newAccount())];
  const own = await register(victim, newAccount());
  const backup = `${deploymentOf(victim).clusterFolder}.backup`;
  const forgotten: Sale[] = [];

  await step(report, `back up the files of ${victim}`, async () => {
    await sell(giro, await orderFor(giro, await findInterlineTrip(giro, date)));
    await restartWith(() => copyFiles(deploymentOf(victim).clusterFolder, backup));
    assert.equal(await memoryOf(victim), 'remembers');
  });
  await step(report, 'sell a trip over three airlines, and one of its own legs at a peer', async () => {
    for (const trip of [await findInterlineTrip(giro, date), await findOwnTrip(giro, victim, date)]) {
      const order = await orderFor(giro, trip);
      await sell(giro, order);
      forgotten.push({ order, trip });
    }
  });
  await step(report, `put the backup in place of the database of ${victim}`, () =>
    restartWith(() => copyFiles(backup, deploymentOf(victim).clusterFolder)),
  );
  await step(report, `${victim} is amnesiac: it sells nothing, and goes on showing flights`, async () => {
    await waitForMemory('amnesiac');
    for (const client of [boreal, own])
      for (const sale of forgotten) {
        assert.match(await answerTo(client, sale), /AIRLINE_RECOVERING/);
      }
    assert.ok((await findOwnTrip(own, victim, date)).legs.length > 0);
  });
  await step(report, 'npm run passcom -- recover', async () => {
    const { stdout } = await passcom(['recover', '--airline', victim]);
    for (const line of stdout.trim().split('\n')) report(`  ${line}`);
    await waitForMemory('remembers');
  });
  await step(report, `what was forgotten is sold, and ${victim} sells the rest`, async () => {
    for (const sale of forgotten) {
      assert.equal(await answerTo(boreal, sale), 'refused SEAT_TAKEN');
    }
    await sell(boreal, await orderFor(boreal, await findInterlineTrip(boreal, date)));
    await sell(own, await orderFor(own, await findOwnTrip(own, victim, date)));
    assert.match((await passcom(['recover', '--airline', victim])).stdout, /nothing to recover/);
  });
  rmSync(backup, { recursive: true, force: true });
}

async function restartWith(between: () => void): Promise<void> {
  await stopAirline(victim);
  between();
  await startAirline(victim);
  for (const peer of peers) {
    await waitForPeerState(peer, victim, 'live');
    await waitForPeerState(victim, peer, 'live');
  }
}

/** With their owner, because PostgreSQL may run under another account. */
function copyFiles(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  execFileSync('cp', ['-a', from, to]);
}

async function sell(client: SiteClient, order: PurchaseOrder): Promise<void> {
  const { status, reason } = await finalAttempt(client, order, deadlineMs);
  assert.equal(status, 'confirmed', `not sold: ${reason}`);
}

/** What a buyer of these seats hears, once the site has copied the restored catalogue. */
async function answerTo(client: SiteClient, sale: Sale): Promise<string> {
  const order = await seatsAgain(client, sale);
  let heard = '';
  await waitUntil(
    async () => {
      const { status, reason } = await tryPurchase(client, { ...order, idempotencyKey: randomUUID() });
      heard = `${status} ${reason}`;
      return !heard.includes('LEG_UNKNOWN');
    },
    deadlineMs,
    200,
  );
  return heard;
}

/** The victim's seats of a sale, wanted by somebody else at today's price. */
async function seatsAgain(client: SiteClient, { order, trip }: Sale): Promise<PurchaseOrder> {
  const legs = order.legs.filter(({ legId }) => legId.startsWith(`${victim}:`));
  let quotedTotalCents = 0;
  for (const { legId, seats } of legs) {
    const { rows } = await seatMap(client, legId);
    const fareCents = trip.legs.find((leg) => leg.legId === legId)?.fareCents ?? 0;
    const wanted = rows.flatMap((row) => row.seats).filter(({ designator }) => seats.includes(designator));
    for (const { surchargeCents } of wanted) quotedTotalCents += fareCents + surchargeCents;
  }
  return { ...rivalOf(order), legs, quotedTotalCents };
}

async function memoryOf(airline: AirlineCode): Promise<unknown> {
  const answer = await fetch(`${siteUrl(airline)}/api/health`);
  return ((await answer.json()) as { memory?: unknown }).memory;
}

async function waitForMemory(state: 'amnesiac' | 'remembers'): Promise<void> {
  const seen = await waitUntil(async () => (await memoryOf(victim)) === state, deadlineMs, 100);
  assert.ok(seen, `${victim} is ${await memoryOf(victim)} and not ${state}`);
}

function passcom(words: string[]) {
  return run(process.execPath, ['--import', 'tsx', 'scripts/passcom.ts', ...words]);
}
