import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that a build is made of. */
const sources = [
  'app',
  'components',
  'server',
  'db',
  'public',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
];

const notBuilt = /\.test\.tsx?$|\/testing\/|\.sql$/;

/** A fingerprint of the sources, the lockfile and Node's major version: equal when a build would be. */
export function sourceHash(root: string): string {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const file of sources.flatMap((source) => filesBelow(root, source))) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** Paths relative to `root`, sorted, so that the order of a folder does not matter. */
function filesBelow(root: string, path: string): string[] {
  const absolute = join(root, path);
  if (!existsSync(absolute) || notBuilt.test(`${path}/`.replace(/(\.\w+)\/$/, '$1'))) return [];
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`));
}
