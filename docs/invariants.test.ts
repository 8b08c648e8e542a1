import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/invariants.md', 'utf8');
const migrations = textsBelow('db/migrations', /\.sql$/);
const sources = new Map([...textsBelow('server', /\.(ts|txt)$/), ...textsBelow('db', /\.ts$/)]);

/** The text of every file below a folder whose name fits, by path. */
function textsBelow(folder: string, name: RegExp): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => name.test(path));
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]));
}

function named(pattern: RegExp): string[] {
  return [...new Set([...page.matchAll(pattern)].map(([, name]) => name ?? ''))];
}

describe('docs/invariants.md names only', () => {
  it('constraints, tables and columns that the database has', () => {
    const sql = [...migrations.values()].join('\n');
    const names = named(/`([a-z]+(?:_[a-z]+)+)`/g);
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !sql.includes(`"${name}"`))).toEqual([]);
  });

  it('tests and transcripts that are there', () => {
    const files = [...sources.keys()].map((path) => path.split('/').at(-1));
    const names = named(/`([\w-]+(?:\.pg)?(?:\.test\.ts|\.txt))`/g);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !files.includes(name))).toEqual([]);
  });

  it('titles of tests, and rules of assertions, as they stand in the code', () => {
    const code = [...sources.values()].join('\n');
    const titles = named(/“([^”—]+?)…?”/g);
    expect(titles.length).toBeGreaterThan(40);
    expect(titles.filter((title) => !code.includes(title))).toEqual([]);
  });
});
