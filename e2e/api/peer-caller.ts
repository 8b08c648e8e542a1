import { createHash, createPrivateKey, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importJWK, type JWK, SignJWT } from 'jose';
import { allianceUnderTest } from '../alliance/alliance-under-test';
import type { AirlineCode } from './airlines';
import { peerUrl } from './sites';

/** A call of one airline at the door of another, as docs/peers.md describes its signature; each part can be spoilt. */
export type PeerCall = {
  from: AirlineCode;
  to: AirlineCode;
  procedure: string;
  input: unknown;
  /** What the signature says instead of the truth. */
  spoilt?: { audience?: string; body?: string; path?: string; issuedSecondsAgo?: number; key?: JWK };
  /** Instead of a signature. */
  authorization?: string | null;
};

/** Sends a call, signed unless `authorization` says otherwise. */
export async function callPeer(call: PeerCall): Promise<Response> {
  const body = JSON.stringify(call.input);
  const authorization = call.authorization === undefined ? await signatureOf(call, body) : call.authorization;
  return fetch(`${peerUrl(call.to)}/${call.procedure}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
  });
}

async function signatureOf({ from, to, procedure, spoilt = {} }: PeerCall, body: string): Promise<string> {
  const issuedAt = Math.floor(Date.now() / 1_000) - (spoilt.issuedSecondsAgo ?? 0);
  const key = await importJWK(spoilt.key ?? privateKeyOf(from), 'Ed25519');
  const token = await new SignJWT({
    method: 'POST',
    path: spoilt.path ?? `/${procedure}`,
    bodySha256: createHash('sha256')
      .update(spoilt.body ?? body)
      .digest('base64url'),
  })
    .setProtectedHeader({ alg: 'Ed25519', kid: keyIdOf(from), typ: 'passcom-request+jwt' })
    .setIssuer(from)
    .setAudience(spoilt.audience ?? to)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 60)
    .setJti(randomUUID())
    .sign(key);
  return `Bearer ${token}`;
}

/** A statement's signature with an airline's real key, in base64url. */
export function signAs(airline: AirlineCode, text: string): string {
  const key = createPrivateKey({ key: privateKeyOf(airline), format: 'jwk' });
  return sign(null, Buffer.from(text), key).toString('base64url');
}

/** The key that this run's airline signs with; only a test may look. */
function privateKeyOf(airline: AirlineCode): JWK {
  return JSON.parse(readFileSync(join(allianceUnderTest.secretFolder, `${airline}.key.json`), 'utf8')) as JWK;
}

/** The name of an airline's public key, which anybody may know. */
export function keyIdOf(airline: AirlineCode): string {
  const file = join(allianceUnderTest.secretFolder, 'alliance.json');
  const { members } = JSON.parse(readFileSync(file, 'utf8')) as {
    members: { code: string; publicKeys: { kid: string }[] }[];
  };
  const kid = members.find(({ code }) => code === airline)?.publicKeys[0]?.kid;
  if (!kid) throw new Error(`${airline} has no key in the alliance file`);
  return kid;
}
