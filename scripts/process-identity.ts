import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A process that cannot be mistaken for a later one with the same number: `startedAt` is an opaque text, equal only
 * for the same process.
 */
export type ProcessIdentity = { pid: number; startedAt: string };

/** True while the process exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The identity of a running process, or null when there is none with this number. */
export function findProcess(pid: number): ProcessIdentity | null {
  const startedAt = process.platform === 'linux' ? startOnLinux(pid) : startByPs(pid);
  return startedAt ? { pid, startedAt } : null;
}

/** The identity of this process. */
export function ourselves(): ProcessIdentity {
  const identity = findProcess(process.pid);
  if (!identity) throw new Error('this system does not tell when a process started');
  return identity;
}

/** True when exactly this process still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return findProcess(identity.pid)?.startedAt === identity.startedAt;
}

/** The command line of a running process with its arguments, or an empty text. */
export function commandLineOf(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'command=');
  return readProc(pid, 'cmdline').replaceAll('\0', ' ');
}

/** Boot and clock tick of the start: field 22 of /proc/PID/stat, counted after the name, which may hold spaces (proc(5)). */
function startOnLinux(pid: number): string | null {
  const fields = readProc(pid, 'stat').split(') ').at(-1)?.split(' ') ?? [];
  const [state] = fields;
  const startTick = fields[19];
  if (!startTick || state === 'Z' || state === 'X') return null;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${startTick}`;
}

function startByPs(pid: number): string | null {
  return ps(pid, 'lstart=') || null;
}

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function ps(pid: number, field: string): string {
  try {
    return execFileSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
