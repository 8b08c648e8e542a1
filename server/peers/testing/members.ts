import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { type Alliance, type AllianceFile, parseAlliance } from '../alliance';
import { generatePeerKey, type PeerKey } from '../keys';

export type Members = { alliance: Alliance; keys: Record<AirlineCode, PeerKey> };

export type PeerUrls = Partial<Record<AirlineCode, string>>;

/** All three airlines with fresh keys; without a URL an airline stands at a port where nobody listens. */
export function createMembers(peerUrls: PeerUrls = {}): Members {
  const keys = { rumos: generatePeerKey(), giro: generatePeerKey(), boreal: generatePeerKey() };
  return { keys, alliance: parseAlliance(allianceFileOf(keys, peerUrls)) };
}

/** The same three as they would stand in the alliance file, for tests that spoil it. */
export function allianceFileOf(keys: Record<AirlineCode, PeerKey>, peerUrls: PeerUrls = {}): AllianceFile {
  const members = airlineCodes.map((code) => ({
    code,
    name: code,
    siteUrl: `http://${code}.example`,
    peerUrl: peerUrls[code] ?? 'http://127.0.0.1:1',
    publicKeys: [{ kid: keys[code].kid, jwk: keys[code].publicJwk }],
  }));
  return { members };
}
