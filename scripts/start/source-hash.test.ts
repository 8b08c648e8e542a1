import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { sourceHash } from './source-hash';

const root = mkdtempSync(join(tmpdir(), 'passcom-sources-'));

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, 'app/trips'), { recursive: true });
  writeFileSync(join(root, 'app/page.tsx'), 'one');
  writeFileSync(join(root, 'package-lock.json'), '{}');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('the same sources in another folder have the same hash', () => {
  const copy = `${root}-copy`;
  cpSync(root, copy, { recursive: true });
  expect(sourceHash(copy)).toBe(sourceHash(root));
  rmSync(copy, { recursive: true });
});

test.each([
  ['app/page.tsx', 'a changed source'],
  ['app/trips/page.tsx', 'a new source'],
  ['package-lock.json', 'a changed lockfile'],
])('%s, %s, makes a build stale', (file) => {
  const before = sourceHash(root);
  writeFileSync(join(root, file), 'two');
  expect(sourceHash(root)).not.toBe(before);
});

test.each(['app/page.test.ts', 'README.md', 'scripts/start.ts'])('%s is no part of a build', (file) => {
  const before = sourceHash(root);
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), 'two');
  expect(sourceHash(root)).toBe(before);
});
