import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { printLine, step } from '@/scripts/start/report';
import { waitUntil } from '@/scripts/wait-until';
import { allianceUnderTest } from '../../alliance/alliance-under-test';
import { waitForPeerState } from '../../alliance/faults';
import { type AirlineCode, airlines, othersThan } from '../../api/airlines';
import { check } from '../checker/check';
import { checkFresh } from '../checker/check-fresh';
import type { Evidence, Violation } from '../checker/evidence';
import { readEvidence } from '../checker/read-evidence';
import { Watch } from '../checker/watch';
import { settledFrom } from '../matrix/unsettled';
import { alarmsOf } from '../processes/alarms';
import { createRandom, type Random } from '../random';
import { findOffers, type LegOffers } from '../seat-pool';
import { inTheatre, type Theatre } from '../theatre';
import { buyFresh } from './buy-fresh';
import { createClient, type SoakClient } from './client';
import { createReach, type FaultLog, openFaultLog } from './fault-log';
import { type HistoryFile, openHistory } from './history-file';
import { injectFaults } from './injector';
import { keepLooking } from './look';
import { printFindings } from './report';

export type SoakRequest = { minutes: number; seed: number };

const clientCount = 6;
const legCount = 40;
/** No seat stays prepared longer while two airlines are whole. */
const preparedLimitMs = 10_000;
const quietMs = 30_000;
const demand = { ofEachKind: 20, withinMs: 5_000 };

/** Load and faults for some minutes, then peace, then judgement. True when no promise was broken. */
export function runSoak({ minutes, seed }: SoakRequest): Promise<boolean> {
  const random = createRandom(seed);
  return inTheatre(random, async (theatre) => {
    const files = soakFiles();
    const history = openHistory(files.history);
    const faults = openFaultLog(files.faults);
    const legsOf = await offersOfAll(theatre);
    const watch = new Watch(preparedLimitMs);
    const alarms = new Set<string>();
    const play = { theatre, history, faults, legsOf, watch, alarms };

    const clients = await step(printLine, `${minutes} minutes of load and faults, seed ${seed}`, () =>
      liveThrough(play, { durationMs: minutes * 60_000, random }),
    );
    const unrest = await step(printLine, 'Peace', () => restorePeace(theatre, clients));
    await step(printLine, 'New purchases', () => buyFresh({ history, legsOf, random, demand }));
    for (const line of airlines.flatMap(alarmsOf)) alarms.add(line);
    const evidence = await readEvidence(theatre.databases, files.history);
    const violations = [...unrest, ...judge({ evidence, watch, alarms })];
    printFindings({ evidence, faults, watch, violations, minutes, seed, files });
    return violations.length === 0 && !theatre.stopping.aborted;
  });
}

function soakFiles(): { history: string; faults: string } {
  const folder = join(allianceUnderTest.dataFolder, 'soak');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return { history: join(folder, 'history.jsonl'), faults: join(folder, 'faults.jsonl') };
}

async function offersOfAll({ databases }: Theatre): Promise<Map<AirlineCode, LegOffers[]>> {
  const all = airlines.map(async (code) => [code, await findOffers(databases, code, legCount)] as const);
  return new Map(await Promise.all(all));
}

type Play = {
  theatre: Theatre;
  history: HistoryFile;
  faults: FaultLog;
  legsOf: Map<AirlineCode, LegOffers[]>;
  watch: Watch;
  alarms: Set<string>;
};

/** The clients that lived through it; some of what they wanted may still be without an answer. */
async function liveThrough(
  { theatre, history, faults, legsOf, watch, alarms }: Play,
  { durationMs, random }: { durationMs: number; random: Random },
): Promise<SoakClient[]> {
  const over = new AbortController();
  const stopping = AbortSignal.any([theatre.stopping, over.signal]);
  const clients: SoakClient[] = [];
  for (let number = 0; number < clientCount; number += 1) {
    const own = createRandom(random.index(2 ** 31));
    clients.push(await createClient({ random: own, history, legsOf, stopping }));
  }
  const reach = createReach(airlines, Date.now);
  const { network, databases } = theatre;
  const going = [
    injectFaults({ network, random, log: faults, reach, onAlarm: (line) => alarms.add(line), stopping }),
    keepLooking({ databases, watch, reach, stopping }),
    ...clients.map((client) => client.live()),
  ];
  const failed = Promise.all(going);
  await Promise.race([
    failed,
    pause(durationMs, undefined, { signal: theatre.stopping }).catch(() => undefined),
  ]);
  over.abort();
  await failed;
  return clients;
}

/** Everybody sees everybody, every client has its answer, and nothing waits any more. */
async function restorePeace({ databases }: Theatre, clients: readonly SoakClient[]): Promise<Violation[]> {
  await Promise.all(
    airlines.flatMap((code) => othersThan(code).map((peer) => waitForPeerState(code, peer, 'live'))),
  );
  const settleAll = async () => (await Promise.all(clients.map((client) => client.settle()))).every(Boolean);
  await waitUntil(settleAll, quietMs, 300);
  const settled = await settledFrom({ databases, at: airlines, except: new Set(), deadlineMs: quietMs });
  return settled === null
    ? [{ invariant: 5, what: `something waits ${quietMs / 1_000} s after the healing` }]
    : [];
}

function judge({ evidence, watch, alarms }: { evidence: Evidence; watch: Watch; alarms: Set<string> }) {
  watch.see(evidence.transactions, []);
  return [
    ...check(evidence),
    ...watch.violations,
    ...checkFresh(evidence, demand),
    ...[...alarms].map((line): Violation => ({ invariant: 8, what: `alarm: ${line}` })),
  ];
}
