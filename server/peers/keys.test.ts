import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { generatePeerKey, readPrivateKey, writePrivateKey } from './keys';

const folder = mkdtempSync(join(tmpdir(), 'passcom-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('reads back the key that it wrote, from a file that only the owner can open', () => {
  const file = join(folder, 'own.key.json');
  const key = generatePeerKey();
  writePrivateKey(file, key);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const read = readPrivateKey(file);
  expect(read.kid).toBe(key.kid);
  expect(read.publicJwk).toEqual(key.publicJwk);
  expect(read.privateKey.equals(key.privateKey)).toBe(true);
});

it('never replaces a key', () => {
  const file = join(folder, 'kept.key.json');
  writePrivateKey(file, generatePeerKey());
  const before = readFileSync(file, 'utf8');
  expect(() => writePrivateKey(file, generatePeerKey())).toThrow('EEXIST');
  expect(readFileSync(file, 'utf8')).toBe(before);
});

it.each([0o640, 0o604, 0o700])('refuses a key file of mode %o and says how to mend it', (mode) => {
  const file = join(folder, `shared-${mode}.key.json`);
  writePrivateKey(file, generatePeerKey());
  chmodSync(file, mode);
  expect(() => readPrivateKey(file)).toThrow(`chmod 600 ${file}`);
});

it('refuses what is no private key without quoting it', () => {
  const file = join(folder, 'strange.key.json');
  for (const content of [
    'c2VjcmV0',
    '{"kty":"OKP","d":"c2VjcmV0"}',
    JSON.stringify(generatePeerKey().publicJwk),
  ]) {
    writeFileSync(file, content, { mode: 0o600 });
    expect(() => readPrivateKey(file)).toThrow(file);
    expect(() => readPrivateKey(file)).not.toThrow('c2VjcmV0');
  }
  expect(() => readPrivateKey(join(folder, 'missing.key.json'))).toThrow('ENOENT');
});

it('makes a different key each time', () => {
  expect(generatePeerKey().kid).not.toBe(generatePeerKey().kid);
});
