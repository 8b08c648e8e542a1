import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { AllianceFile } from './alliance';
import { loadAlliance, memberOf, parseAlliance } from './alliance';
import { generatePeerKey } from './keys';
import { allianceFileOf } from './testing/members';

const folder = mkdtempSync(join(tmpdir(), 'passcom-alliance-'));
afterAll(() => rmSync(folder, { recursive: true }));

const keys = { rumos: generatePeerKey(), giro: generatePeerKey(), boreal: generatePeerKey() };

type Member = AllianceFile['members'][number];

function spoiled(spoil: (members: Member[]) => Member[]): () => unknown {
  return () => parseAlliance({ members: spoil(allianceFileOf(keys).members) });
}

function withFirst(change: object): () => unknown {
  return spoiled(([first, ...rest]) => [{ ...first, ...change } as Member, ...rest]);
}

it('gives the members in canonical order with their pinned keys', () => {
  const alliance = parseAlliance(allianceFileOf(keys, { giro: 'http://127.0.0.1:4002/' }));
  expect(alliance.members.map((member) => member.code)).toEqual(['rumos', 'giro', 'boreal']);
  const giro = memberOf(alliance, 'giro');
  expect(giro.peerUrl).toBe('http://127.0.0.1:4002');
  expect(giro.publicKeys[0]?.publicKey.export({ format: 'jwk' })).toEqual(keys.giro.publicJwk);
});

it('refuses members in another order', () => {
  expect(spoiled(([a, b, c]) => [b, a, c] as Member[])).toThrow(
    'must stand in the order rumos, giro, boreal, not giro, rumos, boreal',
  );
});

it('refuses a member that stands twice', () => {
  expect(spoiled(([a, b]) => [a, b, b] as Member[])).toThrow('giro stands twice');
});

it('refuses a member that nobody knows', () => {
  expect(withFirst({ code: 'vento' })).toThrow('members.0.code');
});

it('refuses one key for two members', () => {
  const [key] = allianceFileOf(keys).members[1]?.publicKeys ?? [];
  expect(withFirst({ publicKeys: [key] })).toThrow('stands twice');
});

it.each([
  ['no key at all', []],
  ['a key of the wrong length', [{ kid: 'k', jwk: { ...keys.rumos.publicJwk, x: 'abc' } }]],
  ['a key of another curve', [{ kid: 'k', jwk: { ...keys.rumos.publicJwk, crv: 'X25519' } }]],
  ['a private key', [{ kid: 'k', jwk: { ...keys.rumos.publicJwk, d: keys.rumos.publicJwk.x } }]],
  ['a validity that is no instant', [{ kid: 'k', jwk: keys.rumos.publicJwk, notAfter: 'tomorrow' }]],
])('refuses %s', (_what, publicKeys) => {
  expect(withFirst({ publicKeys })).toThrow('members.0.publicKeys');
});

it.each(['ftp://127.0.0.1:4001', 'http://127.0.0.1:4001/elsewhere', 'http://u:p@127.0.0.1:4001', 'rumos'])(
  'refuses the peer URL %s',
  (peerUrl) => {
    expect(withFirst({ peerUrl })).toThrow('members.0.peerUrl');
  },
);

it('names the file in its one sentence', () => {
  const missing = join(folder, 'missing.json');
  expect(() => loadAlliance(missing)).toThrow(`alliance file ${missing}: ENOENT`);
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{');
  expect(() => loadAlliance(broken)).toThrow(`alliance file ${broken}: `);
});

it('throws for a code that is no member', () => {
  const { members } = allianceFileOf(keys);
  const two = parseAlliance({ members: members.slice(0, 2) });
  expect(() => memberOf(two, 'boreal')).toThrow('boreal is not a member');
});
