import type { AirlineCode } from '../domain/airline-code';
import { airlineCodes } from '../domain/airline-code';
import { parseAlliance } from '../peers/alliance';
import { generatePeerKey } from '../peers/keys';
import { createSignatures, type Signatures } from '../peers/signatures';

const keys = new Map(airlineCodes.map((code) => [code, generatePeerKey()]));

const alliance = parseAlliance({
  members: airlineCodes.map((code, place) => {
    const key = keys.get(code);
    return {
      code,
      name: code,
      siteUrl: `http://localhost:${3001 + place}`,
      peerUrl: `http://localhost:${4001 + place}`,
      publicKeys: key ? [{ kid: key.kid, jwk: key.publicJwk }] : [],
    };
  }),
});

/** Real signatures of an airline in a test; all tests of one process share three keys. */
export function testSignatures(code: AirlineCode): Signatures {
  const key = keys.get(code);
  if (!key) throw new Error(`no key for ${code}`);
  return createSignatures(key, alliance);
}
