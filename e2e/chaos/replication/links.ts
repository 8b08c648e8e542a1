import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '@/scripts/wait-until';
import { type AirlineCode, othersThan } from '../../api/airlines';
import type { Link } from '../network/link';
import type { Network } from '../network/network';
import { pass, type Treatment } from '../network/treatment';

/** The way there and the way back. */
export function linksBetween(network: Network, one: AirlineCode, other: AirlineCode): Link[] {
  return [network.link(one, other), network.link(other, one)];
}

/** All ways to and from one airline. */
export function linksOf(network: Network, airline: AirlineCode): Link[] {
  return othersThan(airline).flatMap((peer) => linksBetween(network, airline, peer));
}

export function treatAll(links: readonly Link[], treatment: Treatment): void {
  for (const link of links) link.treat(treatment);
}

const harmMs = 10_000;

/** How many requests the links' treatment has met; throws when there was none: then there was no fault. */
export async function harmDone(links: readonly Link[]): Promise<number> {
  const count = () => links.reduce((sum, { harmed }) => sum + harmed, 0);
  await waitUntil(count, harmMs, 50);
  if (count() === 0) throw new Error('no request met the fault');
  return count();
}

export type Flapping = { downMs: number; upMs: number; during: Promise<unknown> };

/** Cuts and heals again and again while something goes on. Returns how often and how many requests were cut. */
export async function flap(
  links: readonly Link[],
  { downMs, upMs, during }: Flapping,
): Promise<{ times: number; harmed: number }> {
  let isOver = false;
  const over = during.finally(() => {
    isOver = true;
  });
  let times = 0;
  let harmed = 0;
  while (!isOver) {
    treatAll(links, { kind: 'cut' });
    await pause(downMs);
    harmed += links.reduce((sum, link) => sum + link.harmed, 0);
    treatAll(links, pass);
    times += 1;
    await pause(upMs);
  }
  await over;
  return { times, harmed };
}
