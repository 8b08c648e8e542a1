import { isAlive } from '../process-identity';
import { waitUntil } from '../wait-until';

/** A checkpoint of a busy cluster takes seconds; a minute would make Ctrl-C look broken. */
const fastStopMs = 20_000;
const forcedStopMs = 5_000;

/**
 * Stops a postmaster: "fast" (ends sessions, writes a checkpoint), then "immediate", then by force. Nothing committed
 * is lost by any of the three; the later ones make the next start replay the log.
 */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [name, deadlineMs] of [
    ['SIGINT', fastStopMs],
    ['SIGQUIT', forcedStopMs],
    ['SIGKILL', forcedStopMs],
  ] as const) {
    if (!signal(pid, name)) return;
    if (await waitUntil(() => !isAlive(pid), deadlineMs, 20)) return;
  }
}

/** Sends a signal; false when the process is already gone. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
