import type { Import } from './imports';
import type { SourceFile } from './source-files';

/** What must never reach a browser. */
const serverOnly = /^(db\/|server\/(?!domain\/|language\/.*\.json$))/;

/**
 * The way from a client component to server code over imports of values, for each component that has one. Server
 * actions are the one door: a file that says 'use server' is a reference in the browser, not code.
 */
export function clientLeaks(files: readonly SourceFile[], imports: readonly Import[]): string[] {
  const actions = new Set(
    files.filter(({ text }) => /^['"]use server['"]/m.test(text)).map(({ path }) => path),
  );
  const targets = new Map<string, string[]>();
  for (const { from, to, isType } of imports) {
    if (!isType && !actions.has(to)) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const clients = files.filter(({ text }) => /^['"]use client['"]/m.test(text));
  return clients.flatMap(({ path }) => {
    const leak = findLeak(targets, [path], new Set());
    return leak ? [leak.join(' → ')] : [];
  });
}

function findLeak(
  targets: ReadonlyMap<string, string[]>,
  trail: string[],
  seen: Set<string>,
): string[] | null {
  const last = trail.at(-1) ?? '';
  if (serverOnly.test(last)) return trail;
  if (seen.has(last)) return null;
  seen.add(last);
  for (const next of targets.get(last) ?? []) {
    const leak = findLeak(targets, [...trail, next], seen);
    if (leak) return leak;
  }
  return null;
}
