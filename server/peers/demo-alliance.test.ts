import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { airlineCodes } from '@/server/domain/airline-code';
import { loadAlliance, memberOf } from './alliance';
import { writeDemoAlliance } from './demo-alliance';
import { readPrivateKey } from './keys';

const root = mkdtempSync(join(tmpdir(), 'passcom-demo-alliance-'));
afterAll(() => rmSync(root, { recursive: true }));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(root, 'run-'));
});

function members(firstPort: number) {
  return airlineCodes.map((code, index) => ({
    code,
    siteUrl: `http://localhost:${3001 + index}`,
    peerUrl: `http://127.0.0.1:${firstPort + index}`,
  }));
}

it('lays an alliance in which every airline owns the key that the others pin', () => {
  const { allianceFile, keyFiles } = writeDemoAlliance({
    folder: join(folder, 'new/below'),
    members: members(4001),
  });
  const alliance = loadAlliance(allianceFile);
  for (const code of airlineCodes) {
    const key = readPrivateKey(keyFiles[code] ?? '');
    expect(memberOf(alliance, code).publicKeys.map((pinned) => pinned.kid)).toEqual([key.kid]);
  }
});

it('keeps the keys and takes the new ports when it is written again', () => {
  const before = loadAlliance(writeDemoAlliance({ folder, members: members(4001) }).allianceFile);
  const after = loadAlliance(writeDemoAlliance({ folder, members: members(5001) }).allianceFile);
  expect(after.members.map((member) => member.peerUrl)).toEqual([
    'http://127.0.0.1:5001',
    'http://127.0.0.1:5002',
    'http://127.0.0.1:5003',
  ]);
  const kids = (alliance: typeof before) => alliance.members.map((member) => member.publicKeys[0]?.kid);
  expect(kids(after)).toEqual(kids(before));
});

it('stops at a key that others can read instead of replacing it', () => {
  const { keyFiles } = writeDemoAlliance({ folder, members: members(4001) });
  chmodSync(keyFiles.giro ?? '', 0o644);
  expect(() => writeDemoAlliance({ folder, members: members(4001) })).toThrow('wider than 0600');
});

it('refuses members in the wrong order', () => {
  expect(() => writeDemoAlliance({ folder, members: members(4001).reverse() })).toThrow('in the order');
});
