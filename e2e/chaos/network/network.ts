import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allianceUnderTest, deploymentOf } from '../../alliance/alliance-under-test';
import { type AirlineCode, airlines, othersThan } from '../../api/airlines';
import type { Random } from '../random';
import { Link } from './link';
import { pass } from './treatment';

/** The six directed links between three airlines, each under our control. */
export type Network = {
  links: readonly Link[];
  link(from: AirlineCode, to: AirlineCode): Link;
  /** Every link passes everything again. */
  heal(): void;
  /** Writes the alliance file in which this airline finds its peers behind its links; answers with its name. */
  writeAllianceFile(airline: AirlineCode): string;
  close(): void;
};

/** Opens all links; they pass everything until told otherwise. */
export async function openNetwork(random: Random): Promise<Network> {
  const links = airlines.flatMap((from) =>
    othersThan(from).map((to) => new Link({ from, to, targetUrl: deploymentOf(to).peerUrl, random })),
  );
  const addresses = new Map(await Promise.all(links.map(async (one) => [one, await one.open()] as const)));
  const find = (from: AirlineCode, to: AirlineCode) => {
    const found = links.find(({ parts }) => parts.from === from && parts.to === to);
    if (!found) throw new Error(`there is no link from ${from} to ${to}`);
    return found;
  };
  return {
    links,
    link: find,
    heal() {
      for (const one of links) one.treat(pass);
    },
    writeAllianceFile: (airline) =>
      writeAllianceFile(airline, (peer) => addresses.get(find(airline, peer)) ?? ''),
    close() {
      for (const one of links) one.close();
    },
  };
}

type AllianceFile = { members: { code: AirlineCode; peerUrl: string }[] };

function writeAllianceFile(airline: AirlineCode, addressOf: (peer: AirlineCode) => string): string {
  const { secretFolder } = allianceUnderTest;
  const shared = JSON.parse(readFileSync(join(secretFolder, 'alliance.json'), 'utf8')) as AllianceFile;
  const members = shared.members.map((member) =>
    member.code === airline ? member : { ...member, peerUrl: addressOf(member.code) },
  );
  const file = join(secretFolder, `alliance-of-${airline}.json`);
  writeFileSync(file, JSON.stringify({ ...shared, members }, null, 2));
  return file;
}
