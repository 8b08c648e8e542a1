import type { Database } from '@/db/client';
import type { Clock } from './clock';
import type { AirlineCode } from './domain/airline-code';
import type { Ids } from './ids';
import type { Log } from './log';
import type { Peers } from './peers/peers';
import type { Signatures } from './peers/signatures';

/**
 * One airline with everything it depends on. Every verb takes it first, so that a test can run three of them in one
 * process, with its own clock and network.
 */
export type Airline = {
  code: AirlineCode;
  db: Database;
  peers: Peers;
  signatures: Signatures;
  clock: Clock;
  ids: Ids;
  log: Log;
  settings: AirlineSettings;
  /** Aborted when the process is asked to stop: loops and resends end, what is durable waits for the next start. */
  stopping: AbortSignal;
};

export type AirlineSettings = {
  /** Multiplies every rate limit; load tests lift them with it. */
  rateLimitFactor: number;
};
