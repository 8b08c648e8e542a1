import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { crossings } from './boundaries';
import { clientLeaks } from './client-components';
import { deadPaths } from './documents';
import { importsOf } from './imports';
import { type Lockfile, missingPlatforms, unlistedInstallScripts } from './lockfile';
import { badNames } from './names';
import { isCode, readSourceFiles, type SourceFile } from './source-files';

const files = readSourceFiles(process.cwd());
const paths = new Set(files.map(({ path }) => path));
const folders = new Set(files.flatMap(({ path }) => parentsOf(path)));
const imports = files.filter(({ path }) => isCode(path)).flatMap((file) => importsOf(file, paths));

function parentsOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => `${parts.slice(0, index + 1).join('/')}/`);
}

function fileOf(path: string, text: string): SourceFile {
  return { path, text, lines: text.split('\n') };
}

describe('the tree', () => {
  it('has imports to check', () => expect(imports.length).toBeGreaterThan(300));
  it('respects the dependency direction', () => expect(crossings(imports)).toEqual([]));
  it('keeps server code out of client components', () => expect(clientLeaks(files, imports)).toEqual([]));
  it('uses the words of the glossary', () => expect(badNames(files)).toEqual([]));
  it('cites only paths that are there', () =>
    expect(deadPaths(files, new Set([...paths, ...folders]))).toEqual([]));

  it('locks every platform’s packages and lists every install script', () => {
    const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile;
    const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      allowScripts: Record<string, boolean>;
    };
    expect(missingPlatforms(lockfile)).toEqual([]);
    expect(unlistedInstallScripts(lockfile, allowScripts)).toEqual([]);
  });
});

describe('the checks themselves find', () => {
  it('a router that reaches the database', () => {
    const known = new Set(['server/routers/bad.ts', 'db/client.ts']);
    const found = importsOf(fileOf('server/routers/bad.ts', "import { db } from '@/db/client';"), known);
    expect(crossings(found)).toHaveLength(1);
  });

  it('a client component that reaches the database through another file', () => {
    const sources = [
      fileOf('components/a.tsx', "'use client';\nimport { b } from './b';"),
      fileOf('components/b.ts', "import { db } from '@/db/client';"),
      fileOf('db/client.ts', ''),
    ];
    const known = new Set(sources.map(({ path }) => path));
    const found = sources.flatMap((source) => importsOf(source, known));
    expect(clientLeaks(sources, found)).toEqual(['components/a.tsx → components/b.ts → db/client.ts']);
  });

  it('a name without meaning, a note to self and a dead path', () => {
    expect(badNames([fileOf('server/utils.ts', '')])).toHaveLength(1);
    expect(badNames([fileOf('server/a.ts', '// TO'.concat('DO later'))])).toHaveLength(1);
    expect(deadPaths([fileOf('docs/a.md', 'see `server/gone.ts`')], new Set(['docs/a.md']))).toHaveLength(1);
  });

  it('a platform package that the lockfile lost', () => {
    const lockfile = { packages: { '': { optionalDependencies: { 'binary-darwin': '1.0.0' } } } };
    expect(missingPlatforms(lockfile)).toHaveLength(1);
  });
});
