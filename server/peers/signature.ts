import { createHash, randomUUID, sign } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { z } from 'zod';
import type { AirlineCode } from '@/server/domain/airline-code';
import { Refusal } from '@/server/errors';
import type { Alliance, AllianceMember, PinnedKey } from './alliance';
import type { PeerKey } from './keys';

/** RFC 9864 name; `none`, HMAC and every other algorithm are refused. */
const algorithm = 'Ed25519';

/** Keeps other statements signed with the same key from being replayed as requests. */
const tokenType = 'passcom-request+jwt';

/** A stolen token is worth this long, at the same airline, for the same bytes. */
const lifetimeSeconds = 60;

/** Clocks kept by NTP differ by far less. */
const toleranceSeconds = 5;

/** What a signature covers; `path` includes the query. */
export type RequestToSign = { method: string; path: string; body: Uint8Array };

const claimsSchema = z.object({
  aud: z.string(),
  jti: z.string().min(1).max(64),
  method: z.string(),
  path: z.string(),
  bodySha256: z.string(),
});

/** The value of the `Authorization` header for one request to one airline. */
export function signRequest(
  signer: { code: AirlineCode; key: PeerKey },
  request: RequestToSign & { to: AirlineCode },
  now: Date,
): string {
  const iat = Math.floor(now.getTime() / 1000);
  const header = { alg: algorithm, kid: signer.key.kid, typ: tokenType };
  const claims = {
    method: request.method,
    path: request.path,
    bodySha256: sha256(request.body),
    iss: signer.code,
    aud: request.to,
    iat,
    exp: iat + lifetimeSeconds,
    jti: randomUUID(),
  };
  const signed = `${base64url(header)}.${base64url(claims)}`;
  // Node's own call at once: through Web Crypto the same signature waits for a thread and costs three times as much.
  const signature = sign(null, Buffer.from(signed), signer.key.privateKey).toString('base64url');
  return `Bearer ${signed}.${signature}`;
}

function base64url(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/**
 * Which member sent this request to `door.self`. Throws `Refusal` PEER_UNTRUSTED for everything else; its `cause`
 * says why and is for our own log only.
 */
export async function verifyRequest(
  door: { self: AirlineCode; alliance: Alliance },
  request: RequestToSign & { authorization: string | undefined },
  now: Date,
): Promise<AirlineCode> {
  const token = /^Bearer (\S+)$/.exec(request.authorization ?? '')?.[1];
  if (!token) throw untrusted('no bearer token');
  const { member, key } = pinnedSigner(door, keyIdOf(token), now);
  const claims = await verifiedClaims(token, { key, issuer: member.code, audience: door.self, now });
  // A list of audiences would pass at several airlines; a string was compared already.
  if (claims.aud !== door.self) throw untrusted('more than one audience');
  if (claims.method !== request.method) throw untrusted('another method');
  if (claims.path !== request.path) throw untrusted('another path');
  if (claims.bodySha256 !== sha256(request.body)) throw untrusted('another body');
  return member.code;
}

function keyIdOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid;
  } catch {
    throw untrusted('not a signed token');
  }
}

function pinnedSigner(
  { self, alliance }: { self: AirlineCode; alliance: Alliance },
  kid: string | undefined,
  now: Date,
): { member: AllianceMember; key: PinnedKey } {
  for (const member of alliance.members) {
    const key = member.publicKeys.find((candidate) => candidate.kid === kid);
    if (!key) continue;
    if (member.code === self) throw untrusted('our own key');
    if (key.notBefore && now < key.notBefore) throw untrusted('a key before its time');
    if (key.notAfter && now > key.notAfter) throw untrusted('a key after its time');
    return { member, key };
  }
  throw untrusted('an unknown key');
}

async function verifiedClaims(
  token: string,
  expected: { key: PinnedKey; issuer: AirlineCode; audience: AirlineCode; now: Date },
): Promise<z.infer<typeof claimsSchema>> {
  try {
    const { payload } = await jwtVerify(token, expected.key.publicKey, {
      algorithms: [algorithm],
      typ: tokenType,
      issuer: expected.issuer,
      audience: expected.audience,
      requiredClaims: ['exp', 'jti'],
      maxTokenAge: lifetimeSeconds,
      clockTolerance: toleranceSeconds,
      currentDate: expected.now,
    });
    return claimsSchema.parse(payload);
  } catch (cause) {
    throw untrusted(cause instanceof Error ? cause.message : 'unreadable');
  }
}

function untrusted(reason: string): Refusal {
  return Object.assign(new Refusal('PEER_UNTRUSTED'), { cause: reason });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
