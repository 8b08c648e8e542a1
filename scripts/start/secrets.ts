import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDemoAlliance } from '@/server/peers/demo-alliance';
import type { AirlineDeployment, AllianceDeployment, Environment } from './deployment';

/**
 * Everything that the airlines of this machine need to trust each other: made on first use, kept afterwards. The
 * alliance file is written each time, because ports may have changed. Returns each site's environment without its database.
 */
export function prepareSecrets(alliance: AllianceDeployment): Map<string, Environment> {
  mkdirSync(alliance.secretFolder, { recursive: true, mode: 0o700 });
  chmodSync(alliance.secretFolder, 0o700);
  const { allianceFile, keyFiles } = writeDemoAlliance({
    folder: alliance.secretFolder,
    members: alliance.members.map(toMember),
  });
  return new Map(
    alliance.members.map((airline) => [
      airline.code,
      {
        ALLIANCE_FILE: allianceFile,
        PEER_KEY_FILE: keyFiles[airline.code],
        NEXTAUTH_SECRET: keepOrCreateSecret(join(alliance.secretFolder, `${airline.code}.session-secret`)),
      },
    ]),
  );
}

function toMember({ code, siteUrl, peerUrl }: AirlineDeployment) {
  return { code, siteUrl, peerUrl };
}

/** Kept, so that sessions survive a restart; one per airline, so that a session of one is worth nothing at another. */
function keepOrCreateSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}
