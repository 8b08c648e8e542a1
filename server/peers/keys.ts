import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** 32 bytes in base64url without padding. */
const keyBytesSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'must be 32 bytes in base64url');

/** An Ed25519 public key as JWK (RFC 8037). */
export const publicJwkSchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: keyBytesSchema,
});

export type PublicJwk = z.infer<typeof publicJwkSchema>;

const privateJwkSchema = publicJwkSchema.extend({ d: keyBytesSchema });

type PrivateJwk = z.infer<typeof privateJwkSchema>;

/** An airline's signing key. `kid` is the RFC 7638 thumbprint of its public half. */
export type PeerKey = { kid: string; privateKey: KeyObject; publicJwk: PublicJwk };

export function generatePeerKey(): PeerKey {
  return peerKeyOf(
    privateJwkSchema.parse(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })),
  );
}

/** Writes a new file that only its owner can read; throws when the file exists, because a key is never replaced silently. */
export function writePrivateKey(file: string, key: PeerKey): void {
  writeFileSync(file, `${JSON.stringify(key.privateKey.export({ format: 'jwk' }))}\n`, {
    mode: 0o600,
    flag: 'wx',
  });
}

/** Throws an Error with one sentence when the file is missing, no Ed25519 private key, or open to other accounts. */
export function readPrivateKey(file: string): PeerKey {
  try {
    refuseSharedFile(file);
    const parsed = privateJwkSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (!parsed.success) throw new Error('is not an Ed25519 private key in JWK form');
    return peerKeyOf(parsed.data);
  } catch (cause) {
    // Neither this message nor its cause quotes the content: a parser would print the first bytes of the key.
    const reason = cause instanceof SyntaxError ? 'is not JSON' : (cause as Error).message;
    throw new Error(`peer key ${file}: ${reason}.`);
  }
}

/** Windows has no such modes; there the folder's access list protects the key. */
function refuseSharedFile(file: string): void {
  const mode = statSync(file).mode & 0o777;
  if (process.platform === 'win32' || (mode & 0o177) === 0) return;
  throw new Error(`has mode 0${mode.toString(8)}, wider than 0600; run: chmod 600 ${file}`);
}

function peerKeyOf(jwk: PrivateJwk): PeerKey {
  const publicJwk: PublicJwk = { kty: jwk.kty, crv: jwk.crv, x: jwk.x };
  return { kid: thumbprint(publicJwk), privateKey: createPrivateKey({ key: jwk, format: 'jwk' }), publicJwk };
}

/** RFC 7638: SHA-256 over the required members in alphabetical order. */
function thumbprint({ crv, kty, x }: PublicJwk): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
}
