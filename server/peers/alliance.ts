import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  type AirlineCode,
  airlineCodeSchema,
  airlineCodes,
  inCanonicalOrder,
} from '@/server/domain/airline-code';
import { publicJwkSchema } from './keys';

const publicKeySchema = z.strictObject({
  kid: z.string().min(1).max(100),
  jwk: publicJwkSchema,
  notBefore: z.iso.datetime().optional(),
  notAfter: z.iso.datetime().optional(),
});

/** An origin only: procedures are found at fixed paths below it, so nothing in the file can point elsewhere. */
const originSchema = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((url) => new URL(url).origin === url.replace(/\/$/, ''), 'must be scheme, host and port only')
  .transform((url) => new URL(url).origin);

const memberSchema = z.strictObject({
  code: airlineCodeSchema,
  name: z.string().min(1).max(60),
  siteUrl: originSchema,
  peerUrl: originSchema,
  publicKeys: z.array(publicKeySchema).min(1).max(10),
});

/** The alliance file as it stands on disk. Unknown fields are refused, so a private key cannot slip in. */
export const allianceFileSchema = z.strictObject({ members: z.array(memberSchema).min(1) });

export type AllianceFile = z.input<typeof allianceFileSchema>;

/** A public key as the members agreed on it; `null` bounds are open. */
export type PinnedKey = { kid: string; publicKey: KeyObject; notBefore: Date | null; notAfter: Date | null };

export type AllianceMember = {
  code: AirlineCode;
  name: string;
  /** Origins without a trailing slash. */
  siteUrl: string;
  peerUrl: string;
  publicKeys: readonly PinnedKey[];
};

/** Who belongs, where they listen and which keys speak for them; members in canonical order. */
export type Alliance = { members: readonly AllianceMember[] };

/** Throws an Error with one sentence that names the file and what is wrong with it. */
export function loadAlliance(file: string): Alliance {
  return inFile(file, () => parseAlliance(JSON.parse(readFileSync(file, 'utf8'))));
}

/** Throws an Error with one sentence that says what is wrong. */
export function parseAlliance(content: unknown): Alliance {
  const parsed = allianceFileSchema.safeParse(content);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`${issue?.path.join('.') || 'content'}: ${issue?.message}`);
  }
  const { members } = parsed.data;
  refuseDisorder(members.map((member) => member.code));
  refuseRepeatedKeys(members.flatMap((member) => member.publicKeys.map((key) => key.kid)));
  return { members: members.map((member) => ({ ...member, publicKeys: member.publicKeys.map(pin) })) };
}

/** The member of that code; throws when the alliance has none, which is a mistake in the configuration. */
export function memberOf(alliance: Alliance, code: AirlineCode): AllianceMember {
  const member = alliance.members.find((candidate) => candidate.code === code);
  if (!member) throw new Error(`${code} is not a member of the alliance file`);
  return member;
}

/** Every lock over several airlines follows this order, so all deployments must spell it the same way. */
function refuseDisorder(codes: AirlineCode[]): void {
  const repeated = codes.find((code, index) => codes.indexOf(code) !== index);
  if (repeated) throw new Error(`members: ${repeated} stands twice`);
  if (codes.join() === inCanonicalOrder(codes).join()) return;
  throw new Error(`members: must stand in the order ${airlineCodes.join(', ')}, not ${codes.join(', ')}`);
}

/** A key id must name one key of one member: the signer is found by it. */
function refuseRepeatedKeys(kids: string[]): void {
  const repeated = kids.find((kid, index) => kids.indexOf(kid) !== index);
  if (repeated) throw new Error(`publicKeys: the key id ${repeated} stands twice`);
}

function pin(key: z.output<typeof publicKeySchema>): PinnedKey {
  return {
    kid: key.kid,
    publicKey: createPublicKey({ key: key.jwk, format: 'jwk' }),
    notBefore: key.notBefore ? new Date(key.notBefore) : null,
    notAfter: key.notAfter ? new Date(key.notAfter) : null,
  };
}

function inFile<Result>(file: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw new Error(`alliance file ${file}: ${cause instanceof Error ? cause.message : cause}.`, { cause });
  }
}
