import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from './log';

/** A purchase is answered within 8 s; who is still waiting after this is answered by the next start. */
const drainWithinMs = 9_000;
const pollMs = 20;

type Exchange = { request: IncomingMessage; response: ServerResponse };

/** Counts the HTTP requests of this process that have not been answered yet, at both doors. */
function countRequests(): () => number {
  let open = 0;
  subscribe('http.server.request.start', (message) => {
    open++;
    (message as Exchange).response.once('close', () => open--);
  });
  return () => open;
}

type Endings = {
  log: Log;
  /** Ends what would go on for as long as its reader likes. */
  endStreams(): void;
  drain(): Promise<void>;
};

/**
 * On SIGTERM or SIGINT: ends the event streams, lets requests under way finish, runs `drain`, exits 0. Next's own
 * handler would wait for ever on an open event stream, so it is switched off (`NEXT_MANUAL_SIG_HANDLE`). A second signal
 * exits at once.
 */
export function drainOnSignal({ log, endStreams, drain }: Endings): void {
  const openRequests = countRequests();
  let draining = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (draining) process.exit(1);
    draining = true;
    log('info', 'stopping', { signal, openRequests: openRequests() });
    endStreams();
    const deadline = Date.now() + drainWithinMs;
    while (openRequests() > 0 && Date.now() < deadline) await delay(pollMs);
    await Promise.race([drain(), delay(drainWithinMs)]).catch((error) =>
      log('error', 'drain failed', { error }),
    );
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
