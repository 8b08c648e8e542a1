import { setTimeout as pause } from 'node:timers/promises';
import { type AirlineCode, airlines } from '../../api/airlines';
import type { Network } from '../network/network';
import { alarmsOf } from '../processes/alarms';
import type { Random } from '../random';
import type { FaultLog, Reach } from './fault-log';
import { disturbLink, strikeLinks } from './link-faults';
import { bringBack, processFaults } from './process-faults';

export type InjectorParts = {
  network: Network;
  random: Random;
  log: FaultLog;
  reach: Reach;
  /** What the sites logged of broken rules; read before a restart puts the log aside. */
  onAlarm(line: string): void;
  stopping: AbortSignal;
};

/**
 * Strikes one airline after the other, its processes and its links, with calm moments between: whoever is not struck is
 * whole, so that two always are. Meanwhile messages come twice or a little late everywhere. Ends, with everything
 * healed, soon after `stopping`.
 */
export async function injectFaults(parts: InjectorParts): Promise<void> {
  await Promise.all([strikeOneByOne(parts), disturb(parts)]);
  parts.network.heal();
}

async function strikeOneByOne(parts: InjectorParts): Promise<void> {
  const { random, stopping } = parts;
  while (!stopping.aborted) {
    if (random.chance(0.2)) await pause(500 + random.index(2_500));
    else await strike(parts, random.pick(airlines));
  }
}

async function disturb({ network, random, log, reach, stopping }: InjectorParts): Promise<void> {
  const isWhole = (airline: AirlineCode) => reach.majoritySince(airline) !== null;
  while (!stopping.aborted) {
    await pause(500 + random.index(3_000));
    const fault = disturbLink(network, isWhole, random);
    if (!fault) continue;
    log.began(fault.kind, fault.what);
    await pause(500 + random.index(2_000));
    fault.heal();
  }
}

async function strike(parts: InjectorParts, airline: AirlineCode): Promise<void> {
  const { random, log, reach, onAlarm } = parts;
  reach.strike(airline);
  const over = new AbortController();
  const links = troubleLinks(parts, airline, over.signal);
  if (random.chance(0.75)) {
    const fault = random.pick(processFaults);
    log.began(fault.kind, airline);
    await fault.strike(airline, random);
  } else {
    await pause(2_000 + random.index(5_000));
  }
  over.abort();
  await links;
  for (const line of alarmsOf(airline)) onAlarm(line);
  await bringBack(airline);
  reach.recover(airline);
}

/** One fault of its links after the other as long as the airline is struck. */
async function troubleLinks(
  { network, random, log }: InjectorParts,
  airline: AirlineCode,
  over: AbortSignal,
): Promise<void> {
  while (!over.aborted) {
    await pause(random.index(800), undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) return;
    const fault = strikeLinks(network, airline, random);
    log.began(fault.kind, fault.what);
    await pause(500 + random.index(2_500), undefined, { signal: over }).catch(() => undefined);
    fault.heal();
  }
}
