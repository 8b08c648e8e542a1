import { createHash, createSecretKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { parseAlliance } from './alliance';
import { generatePeerKey } from './keys';
import { signRequest, verifyRequest } from './signature';
import { allianceFileOf, createMembers } from './testing/members';

const now = new Date('2026-11-20T12:00:00Z');
const { alliance, keys } = createMembers();
const door = { self: 'giro', alliance } as const;
const rumos = { code: 'rumos', key: keys.rumos } as const;
const request = {
  to: 'giro',
  method: 'POST',
  path: '/peer.hold?x=1',
  body: Buffer.from('{"seat":"12C"}'),
} as const;

const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

/** The reason for the log, or who was recognised. */
async function outcome(checked: Promise<string>): Promise<string> {
  return checked.catch((error) => {
    expect(error).toMatchObject({ name: 'Refusal', code: 'PEER_UNTRUSTED', details: {} });
    return `untrusted: ${error.cause}`;
  });
}

async function received(change: object, at = now): Promise<string> {
  const authorization = await signRequest(rumos, request, now);
  return outcome(verifyRequest(door, { ...request, authorization, ...change }, at));
}

/** A token as an attacker would build it, correct but for `change`. */
async function forged(change: {
  claims?: object;
  header?: object;
  key?: Parameters<SignJWT['sign']>[0];
}): Promise<string> {
  const issuedAt = now.getTime() / 1000;
  const token = await new SignJWT({
    iss: 'rumos',
    aud: 'giro',
    iat: issuedAt,
    exp: issuedAt + 60,
    jti: 'a',
    method: 'POST',
    path: request.path,
    bodySha256: createHash('sha256').update(request.body).digest('base64url'),
    ...change.claims,
  })
    .setProtectedHeader({ alg: 'Ed25519', kid: keys.rumos.kid, typ: 'passcom-request+jwt', ...change.header })
    .sign(change.key ?? keys.rumos.privateKey);
  return received({ authorization: `Bearer ${token}` });
}

it('recognises the member that signed', async () => {
  expect(await received({})).toBe('rumos');
  expect(await forged({})).toBe('rumos');
});

it.each([
  ['path', { path: '/peer.hold?x=2' }, 'another path'],
  ['method', { method: 'GET' }, 'another method'],
  ['body', { body: Buffer.from('{"seat":"12D"}') }, 'another body'],
])('refuses a token taken to another %s', async (_what, change, reason) => {
  expect(await received(change)).toBe(`untrusted: ${reason}`);
});

it('refuses a token taken to another airline', async () => {
  const authorization = await signRequest(rumos, request, now);
  const atBoreal = verifyRequest({ self: 'boreal', alliance }, { ...request, authorization }, now);
  expect(await outcome(atBoreal)).toContain('"aud"');
});

it('accepts for sixty seconds and five of tolerance, then no more', async () => {
  expect(await received({}, after(64))).toBe('rumos');
  expect(await received({}, after(66))).toContain('"exp"');
});

it('refuses a token from more than five seconds ahead', async () => {
  expect(await received({}, after(-5))).toBe('rumos');
  expect(await received({}, after(-6))).toContain('"iat"');
});

it('refuses a token that grants itself a longer life', async () => {
  expect(await forged({ claims: { iat: now.getTime() / 1000 - 120 } })).toContain('"iat"');
});

it.each(['exp', 'jti', 'iat', 'method', 'path', 'bodySha256'])(
  'refuses a token without %s',
  async (claim) => {
    expect(await forged({ claims: { [claim]: undefined } })).toMatch(/^untrusted: /);
  },
);

it('refuses a list of audiences, even one that names us', async () => {
  expect(await forged({ claims: { aud: ['giro', 'boreal'] } })).toMatch(/^untrusted: /);
});

it('refuses one member that speaks for another', async () => {
  expect(await forged({ claims: { iss: 'boreal' } })).toContain('"iss"');
  expect(await forged({ key: keys.boreal.privateKey })).toContain('signature verification failed');
});

it('refuses a key that nobody pinned, and our own', async () => {
  const stranger = generatePeerKey();
  expect(await forged({ key: stranger.privateKey, header: { kid: stranger.kid } })).toContain(
    'an unknown key',
  );
  const own = { kid: keys.giro.kid };
  expect(await forged({ key: keys.giro.privateKey, header: own, claims: { iss: 'giro' } })).toContain(
    'our own key',
  );
  expect(await forged({ header: { kid: undefined } })).toContain('an unknown key');
});

it('refuses a token signed for another purpose', async () => {
  expect(await forged({ header: { typ: 'JWT' } })).toContain('"typ"');
});

it('refuses HMAC with the public key as its secret', async () => {
  const secret = createSecretKey(Buffer.from(keys.rumos.publicJwk.x, 'base64url'));
  expect(await forged({ header: { alg: 'HS256' }, key: secret })).toContain('"alg"');
});

it('refuses an unsigned token', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = { alg: 'none', kid: keys.rumos.kid, typ: 'passcom-request+jwt' };
  const claims = {
    iss: 'rumos',
    aud: 'giro',
    iat: now.getTime() / 1000,
    exp: now.getTime() / 1000 + 60,
    jti: 'a',
  };
  expect(await received({ authorization: `Bearer ${part(header)}.${part(claims)}.` })).toMatch(
    /^untrusted: /,
  );
});

it.each([
  undefined,
  '',
  'Bearer',
  'Bearer ',
  'Basic cjpn',
  'Bearer garbage',
  'Bearer a.b.c',
  'Bearer e30.e30.e30',
])('refuses the header %j', async (authorization) => {
  expect(await received({ authorization })).toMatch(/^untrusted: /);
});

it('accepts a key within its validity only', async () => {
  const file = allianceFileOf(keys);
  Object.assign(file.members[0]?.publicKeys[0] ?? {}, {
    notBefore: '2026-11-20T11:59:50Z',
    notAfter: '2026-11-20T12:00:10Z',
  });
  const rotating = { self: 'giro', alliance: parseAlliance(file) } as const;
  const at = async (time: Date) => {
    const authorization = await signRequest(rumos, request, time);
    return outcome(verifyRequest(rotating, { ...request, authorization }, time));
  };
  expect(await at(now)).toBe('rumos');
  expect(await at(after(-11))).toContain('before its time');
  expect(await at(after(11))).toContain('after its time');
});
