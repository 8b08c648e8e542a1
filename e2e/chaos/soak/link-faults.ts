import { type AirlineCode, othersThan } from '../../api/airlines';
import type { Network } from '../network/network';
import { describeTreatment, pass, type Treatment } from '../network/treatment';
import type { Random } from '../random';

/** What a link may do to the struck airline's messages. */
const harmful: readonly ((random: Random) => Treatment)[] = [
  () => ({ kind: 'cut' }),
  () => ({ kind: 'silent' }),
  (random) => ({ kind: 'slow', delayMs: 300 + random.index(2_700) }),
  () => ({ kind: 'answer-lost' }),
  () => ({ kind: 'truncated' }),
  () => ({ kind: 'lossy', share: 0.3 }),
];

/** What nobody may notice. */
const harmless = (random: Random): Treatment =>
  random.chance(0.7)
    ? { kind: 'duplicate', times: 2 + random.index(2), pauseMs: random.index(3_000) }
    : { kind: 'slow', delayMs: 20 + random.index(80) };

/** A fault of some links, for logs and until `heal`. */
export type LinkFault = { kind: string; what: string; heal(): void };

/** Treats links to and from the struck airline: both ways, one way, of one pair or of both. */
export function strikeLinks(network: Network, airline: AirlineCode, random: Random): LinkFault {
  const treatment = random.pick(harmful)(random);
  const peers = random.chance(0.5) ? othersThan(airline) : [random.pick(othersThan(airline))];
  const direction = random.pick(['both ways', 'out', 'in'] as const);
  const links = peers.flatMap((peer) => [
    ...(direction === 'in' ? [] : [network.link(airline, peer)]),
    ...(direction === 'out' ? [] : [network.link(peer, airline)]),
  ]);
  return treatAll(links, treatment, `${airline} ${direction} with ${peers.join('+')}`);
}

/** Duplicates or delays a little on a link between two that are whole; null when there is none. */
export function disturbLink(network: Network, isWhole: (airline: AirlineCode) => boolean, random: Random) {
  const links = network.links.filter(({ parts: { from, to } }) => isWhole(from) && isWhole(to));
  if (links.length === 0) return null;
  const link = random.pick(links);
  return treatAll([link], harmless(random), `${link.parts.from} to ${link.parts.to}`);
}

function treatAll(links: Network['links'], treatment: Treatment, where: string): LinkFault {
  for (const link of links) link.treat(treatment);
  return {
    kind: `link ${treatment.kind}`,
    what: `${where}: ${describeTreatment(treatment)}`,
    heal() {
      for (const link of links) link.treat(pass);
    },
  };
}
