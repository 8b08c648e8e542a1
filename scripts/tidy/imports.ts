import { posix } from 'node:path';
import type { SourceFile } from './source-files';

export type Import = { from: string; to: string; isType: boolean };

const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/g;
const dynamic = /import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Imports between files of the project; `to` is the file's path, packages are left out. */
export function importsOf(file: SourceFile, known: ReadonlySet<string>): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, isType: boolean) => {
    const to = resolve(file.path, specifier, known);
    if (to) found.push({ from: file.path, to, isType });
  };
  for (const [, type, specifier] of file.text.matchAll(statement)) add(specifier ?? '', type !== undefined);
  for (const [, specifier] of file.text.matchAll(dynamic)) add(specifier ?? '', false);
  return found;
}

function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  const base = baseOf(from, specifier);
  if (base === null) return null;
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}.mjs`, `${base}/index.ts`];
  return candidates.find((candidate) => known.has(candidate)) ?? null;
}

function baseOf(from: string, specifier: string): string | null {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : null;
}
