import { channel, subscribe } from 'node:diagnostics_channel';
import { readFileSync, renameSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { crashPointsFile } from './env';

/** Around a local `tx` of the commit protocol, and when a message has been handed to the network. */
export type CrashMoment = 'before commit' | 'after commit' | 'after send';

/** What a fault test writes into the arming file: where to crash, and what. */
export type CrashOrder = {
  moment: CrashMoment;
  /** The event's kind for a `tx`, the procedure's name for a request, `answer <procedure>` for its answer. */
  step: string;
  /** Our own process, or another, as a postmaster, whose end is awaited before anything goes on here. */
  pid: number;
  signal: 'SIGKILL' | 'SIGQUIT';
};

/** What the end of a process is looked for with; tests have their own. */
type Kill = (pid: number, signal: 'SIGKILL' | 'SIGQUIT' | 0) => boolean;

const nothing = Promise.resolve();

/** Somebody listens here when answers are already reported. */
const reporting = channel('passcom.reportSentAnswers');

const armed = crashPointsFile ? arm(crashPointsFile) : null;

/**
 * A place where a fault test may kill this process or its database. Costs nothing and does nothing unless
 * `CRASH_POINTS_FILE` is set and the file that it names orders a crash right here.
 */
export function crashPoint(moment: CrashMoment, step: string): Promise<void> {
  return armed ? armed(moment, step) : nothing;
}

function arm(file: string): typeof crashPoint {
  console.warn(`PassCom is armed: it crashes where ${file} says. For fault tests only.`);
  reportSentAnswers();
  return (moment, step) => crashAsOrdered(file, { moment, step });
}

/**
 * Carries out the order in `file` if it is for this place. The file is renamed to `….fired` first: the proof that the
 * fault happened, and once, whoever else reads the same order.
 */
export async function crashAsOrdered(
  file: string,
  { moment, step }: Pick<CrashOrder, 'moment' | 'step'>,
  kill: Kill = process.kill,
): Promise<void> {
  const order = readOrder(file);
  if (order?.moment !== moment || order.step !== step || !claim(file)) return;
  const { pid, signal } = order;
  const reaches = (sent: Parameters<Kill>[1]) => isReached(() => kill(pid, sent));
  if (reaches(signal)) while (reaches(0)) await pause(1);
}

function readOrder(file: string): CrashOrder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CrashOrder;
  } catch {
    return null;
  }
}

/** A rename succeeds for one only. */
function claim(file: string): boolean {
  try {
    renameSync(file, `${file}.fired`);
    return true;
  } catch {
    return false;
  }
}

/** A process that is gone is no fault. */
function isReached(kill: () => boolean): boolean {
  try {
    return kill();
  } catch {
    return false;
  }
}

/** Answers leave through Node's own server; a build may hold this module twice, but an answer is sent once. */
function reportSentAnswers(): void {
  if (reporting.hasSubscribers) return;
  reporting.subscribe(() => undefined);
  subscribe('http.server.response.finish', (message) => {
    const { url } = (message as { request: IncomingMessage }).request;
    if (url?.startsWith('/peer.')) void crashPoint('after send', `answer ${url.slice('/peer.'.length)}`);
  });
}
