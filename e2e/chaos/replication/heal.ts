import { endedPart } from '@/scripts/start/airline-lifecycle';
import { waitUntil } from '@/scripts/wait-until';
import { deploymentOf } from '../../alliance/alliance-under-test';
import { startAirline, waitForPeerState } from '../../alliance/faults';
import { airlines, othersThan } from '../../api/airlines';
import type { Databases } from '../databases';
import type { Stage } from '../matrix/stage';
import { setAllClocksRight } from '../processes/clocks';
import { finalAttempt } from '../purchase-attempt';
import { orderFor } from '../seat-pool';
import { compareCopies } from './copies';
import { difference } from './heads';

/** What is promised, and how long we look on to say what is missing. */
const promisedMs = 10_000;
const patienceMs = 40_000;
const purchaseMs = 20_000;

/** Takes every fault away. Returns the instant from which on nothing stood in the way. */
export async function healAll({ network }: Stage): Promise<number> {
  await setAllClocksRight();
  network.heal();
  let healedAt = Date.now();
  for (const code of airlines) {
    if (endedPart(deploymentOf(code)) === null) continue;
    await startAirline(code);
    healedAt = Date.now();
  }
  return healedAt;
}

export type Convergence = { convergedMs: number | null; compared: number; wrong: string[] };

/** Waits until logs and rows are the same everywhere. */
export async function waitForEqualCopies(databases: Databases, since: number): Promise<Convergence> {
  let last = { rows: 0, different: ['nothing was compared'] };
  const behind = async () => {
    const apart = await difference(databases).catch((error: Error) => error.message);
    if (apart !== null) return [apart];
    last = await compareCopies(databases);
    return last.different;
  };
  const isEqual = async () => (await behind()).length === 0;
  const deadlineMs = since + patienceMs - Date.now();
  const equal = await waitUntil(isEqual, deadlineMs, 25);
  if (!equal) return { convergedMs: null, compared: last.rows, wrong: await behind() };
  const convergedMs = Date.now() - since;
  const late = convergedMs > promisedMs ? [`equal only after ${convergedMs} ms`] : [];
  return { convergedMs, compared: last.rows, wrong: late };
}

/** One purchase over all three airlines at each site; what went wrong, a sentence each. */
export async function buyEverywhere(stage: Stage): Promise<string[]> {
  await Promise.all(
    airlines.flatMap((code) => othersThan(code).map((peer) => waitForPeerState(code, peer, 'live'))),
  );
  const wrong: string[] = [];
  for (const site of airlines) {
    const order = orderFor(airlines.map((code) => stage.takeSeat(code)));
    const { status, reason } = await finalAttempt(stage.clientAt(site), order, purchaseMs);
    if (status !== 'confirmed') wrong.push(`a new purchase at ${site} is ${status}: ${reason}`);
  }
  return wrong;
}
