import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from '../start-failure';
import { buildMarker, removeUnusedBuilds } from './build-folders';
import { takeBuildLock } from './build-lock';
import type { AllianceDeployment } from './deployment';
import { logTail } from './log-tail';
import { type Report, step } from './report';
import { sourceHash } from './source-hash';

export type BuildRequest = { alliance: AllianceDeployment; report: Report; signal: AbortSignal };

/**
 * The build of the sources as they are now: made when there is none, in a folder named after their hash, so that it is
 * never written under a running server. Returns the folder's name, which is Next's `distDir`.
 */
export async function ensureBuild({ alliance, report, signal }: BuildRequest): Promise<string> {
  const name = `.next-${sourceHash(alliance.root).slice(0, 12)}`;
  const folder = join(alliance.root, name);
  if (!existsSync(join(folder, buildMarker))) {
    await step(report, 'Building the sites', async () => {
      const unlock = await takeBuildLock(folder);
      try {
        if (!existsSync(join(folder, buildMarker))) await build({ alliance, name, signal });
      } finally {
        unlock();
      }
    });
  }
  removeUnusedBuilds(alliance.root, name);
  return name;
}

type Build = { alliance: AllianceDeployment; name: string; signal: AbortSignal };

async function build({ alliance, name, signal }: Build): Promise<void> {
  const folder = join(alliance.root, name);
  const logFile = join(alliance.logFolder, 'build.log');
  rmSync(folder, { recursive: true, force: true });
  const restoreTypes = keepFile(join(alliance.root, 'next-env.d.ts'));
  try {
    await runNextBuild({ root: alliance.root, name, logFile, signal });
  } finally {
    restoreTypes();
  }
  const leaking = brandedStaticPages(folder);
  if (leaking.length > 0) {
    throw new StartFailure(
      `These pages were fixed at build time and would show one airline's brand at all three: ${leaking.join(', ')}; call await connection() in them.`,
    );
  }
  writeFileSync(join(folder, buildMarker), '');
}

/** Next writes the name of the build folder into this file; editors and the type check want the usual one. */
function keepFile(file: string): () => void {
  const before = existsSync(file) ? readFileSync(file) : null;
  return () => (before ? writeFileSync(file, before) : rmSync(file, { force: true }));
}

type NextBuild = { root: string; name: string; logFile: string; signal: AbortSignal };

async function runNextBuild({ root, name, logFile, signal }: NextBuild): Promise<void> {
  mkdirSync(join(logFile, '..'), { recursive: true });
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    stdio: ['ignore', log, log],
    env: { ...process.env, NEXT_DIST_DIR: name, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    signal,
  });
  closeSync(log);
  const [status] = (await once(child, 'exit')) as [number | null];
  if (status !== 0)
    throw new StartFailure(`The build failed; ${logFile} ends with:\n${logTail(logFile, 40)}`);
}

/** Pages in the manifest of what was rendered at build time; only Next's own last-resort error page may be there. */
function brandedStaticPages(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'prerender-manifest.json'), 'utf8')) as {
    routes: Record<string, unknown>;
  };
  return Object.keys(manifest.routes).filter((route) => route !== '/_global-error' && !/\.\w+$/.test(route));
}
