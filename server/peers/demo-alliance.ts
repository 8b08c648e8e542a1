import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AirlineCode, airlineIdentities } from '@/server/domain/airline-code';
import { type AllianceFile, parseAlliance } from './alliance';
import { generatePeerKey, type PeerKey, readPrivateKey, writePrivateKey } from './keys';

export type DemoMember = { code: AirlineCode; siteUrl: string; peerUrl: string };

export type DemoAlliance = { allianceFile: string; keyFiles: Partial<Record<AirlineCode, string>> };

/**
 * Lays an alliance for one machine in `folder`: one private key per airline (kept when it is there, mode 0600) and the
 * alliance file, written anew because ports may have changed. Members in canonical order. Answers with the file names.
 */
export function writeDemoAlliance({
  folder,
  members,
}: {
  folder: string;
  members: DemoMember[];
}): DemoAlliance {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keyFiles: DemoAlliance['keyFiles'] = {};
  const content: AllianceFile = { members: [] };
  for (const member of members) {
    const keyFile = join(folder, `${member.code}.key.json`);
    const { kid, publicJwk } = keepOrCreateKey(keyFile);
    keyFiles[member.code] = keyFile;
    content.members.push({
      code: member.code,
      name: airlineIdentities[member.code].name,
      siteUrl: member.siteUrl,
      peerUrl: member.peerUrl,
      publicKeys: [{ kid, jwk: publicJwk }],
    });
  }
  parseAlliance(content);
  const allianceFile = join(folder, 'alliance.json');
  replaceFile(allianceFile, `${JSON.stringify(content, null, 2)}\n`);
  return { allianceFile, keyFiles };
}

function keepOrCreateKey(file: string): PeerKey {
  if (existsSync(file)) return readPrivateKey(file);
  const key = generatePeerKey();
  writePrivateKey(file, key);
  return key;
}

/** An airline that starts meanwhile reads the old file or the new one, never half of it. */
function replaceFile(file: string, content: string): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}
