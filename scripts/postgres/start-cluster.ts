import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../process-identity';
import { StartFailure } from '../start-failure';
import { waitUntil } from '../wait-until';
import { postgresBinaries } from './binaries';
import { acceptsConnections, createDatabase } from './database';
import { clusterUser, initializeCluster } from './initialize-cluster';
import { isPortFree } from './ports';
import { findPostmaster } from './postmaster-file';
import { type ServerOwner, serverOwner } from './server-owner';
import { signal, stopPostmaster } from './stop-postmaster';

export type ClusterSettings = {
  /** Whose database it is and how its port is changed; for messages: "PostgreSQL of Rumos (RUMOS_POSTGRES_PORT)". */
  label: string;
  /** The cluster itself, reachable by the account that runs it (see `clusterHome`). */
  folder: string;
  port: number;
  /** Created when absent. */
  database: string;
  logFile: string;
  /** False only for data that is thrown away: then a crash of the machine may damage it. */
  durable: boolean;
  maxConnections: number;
};

export type Cluster = {
  url: string;
  pid: number;
  /** True when a postmaster of this very folder was already running and was taken over. */
  adopted: boolean;
  stop(): Promise<void>;
  /** Ends the cluster as a power cut would. */
  kill(): void;
};

/** A killed postmaster's children need some seconds to notice; until then a new one is refused. */
const leftoverMs = 10_000;
/** A killed postmaster's socket goes with the last of its children, a moment after it. */
const portFreeMs = 3_000;
/** Replaying the log after a crash can take a while. */
const readyMs = 60_000;

/**
 * Starts one PostgreSQL on 127.0.0.1 from the npm binaries, or adopts the one that already runs on this folder, and
 * returns when it answers. Throws `StartFailure` when the port is taken or PostgreSQL refuses to start.
 */
export async function startCluster(settings: ClusterSettings): Promise<Cluster> {
  const owner = serverOwner(settings.folder);
  const binaries = postgresBinaries(owner);
  const password = await initializeCluster({
    folder: settings.folder,
    binaries,
    owner,
    durable: settings.durable,
  });
  const url = `postgres://${clusterUser}:${password}@127.0.0.1:${settings.port}/${settings.database}`;
  const adopted = await adoptPostmaster(settings, url);
  const pid = adopted ?? (await launchPostmaster({ settings, url, owner, program: binaries.postgres }));
  await createDatabase(url);
  return {
    url,
    pid,
    adopted: adopted !== null,
    stop: () => stopPostmaster(pid),
    kill: () => void signal(pid, 'SIGKILL'),
  };
}

/** The pid of a live postmaster of this folder that answers on the wanted port; one on another port is stopped. */
async function adoptPostmaster(settings: ClusterSettings, url: string): Promise<number | null> {
  const left = findPostmaster(settings.folder);
  if (!left) return null;
  const usable =
    left.port === settings.port &&
    (await waitUntil(async () => !isAlive(left.pid) || (await acceptsConnections(url)), leftoverMs));
  if (usable && isAlive(left.pid)) return left.pid;
  await stopPostmaster(left.pid);
  return null;
}

type Launch = { settings: ClusterSettings; url: string; owner: ServerOwner | null; program: string };

async function launchPostmaster(launch: Launch): Promise<number> {
  const { settings } = launch;
  if (!(await waitUntil(() => isPortFree(settings.port), portFreeMs))) {
    throw new StartFailure(
      `Port ${settings.port} for ${settings.label} is taken by another program: stop it, or choose another port.`,
    );
  }
  const giveUpAt = Date.now() + leftoverMs;
  for (;;) {
    const logEnd = statSync(settings.logFile, { throwIfNoEntry: false })?.size ?? 0;
    const pid = await tryOnce(launch);
    if (pid !== null) return pid;
    const reason = lastComplaint(settings.logFile, logEnd);
    const leftover = /pre-existing shared memory block|lock file .*postmaster\.pid/.test(reason);
    if (!leftover || Date.now() > giveUpAt) throw new StartFailure(refusedToStart(settings, reason));
    if (!findPostmaster(settings.folder)) rmSync(join(settings.folder, 'postmaster.pid'), { force: true });
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The pid once it answers, or null when it ended by itself. */
async function tryOnce(launch: Launch): Promise<number | null> {
  const child = spawnPostmaster(launch);
  const { pid } = child;
  if (!pid) throw new StartFailure(`The PostgreSQL program ${launch.program} cannot be run: run npm ci.`);
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  const ready = await waitUntil(async () => ended() || (await acceptsConnections(launch.url)), readyMs, 25);
  if (ready && !ended()) {
    child.unref();
    return pid;
  }
  if (!ended()) {
    await stopPostmaster(pid);
    throw new StartFailure(
      `${launch.settings.label} did not answer within ${readyMs / 1000} s: see ${launch.settings.logFile}.`,
    );
  }
  return null;
}

/** In a session of its own: Ctrl-C in the terminal must not stop the database before the sites are done with it. */
function spawnPostmaster({ settings, owner, program }: Launch): ChildProcess {
  const log = openSync(settings.logFile, 'a');
  const options = Object.entries(serverOptions(settings)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = spawn(program, ['-D', settings.folder, ...options], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    ...(owner && { uid: owner.uid, gid: owner.gid }),
  });
  child.once('error', () => undefined);
  closeSync(log);
  return child;
}

function serverOptions(settings: ClusterSettings): Record<string, string> {
  const durable = settings.durable ? 'on' : 'off';
  return {
    listen_addresses: '127.0.0.1',
    port: String(settings.port),
    unix_socket_directories: '',
    max_connections: String(settings.maxConnections),
    fsync: durable,
    full_page_writes: durable,
    synchronous_commit: durable,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
  };
}

/** What PostgreSQL last said about why it ended; our own knocking while it started is not a reason. */
function lastComplaint(logFile: string, from: number): string {
  const said = readFileSync(logFile).subarray(from).toString('utf8').trimEnd().split('\n');
  const lines = said.filter((line) => !/the database system is (starting|shutting)/.test(line));
  return lines.findLast((line) => /FATAL|PANIC/.test(line)) || lines.at(-1) || 'it said nothing';
}

function refusedToStart(settings: ClusterSettings, reason: string): string {
  const said = reason.replace(/^.*?(FATAL|PANIC): +/, '');
  return `${settings.label} did not start: "${said}". Its log is ${settings.logFile}; restore ${settings.folder}, or empty all data with npm start -- --fresh.`;
}
