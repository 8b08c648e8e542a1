import type { Airline } from '../airline';
import { joinLoops, type Loop, startLoop } from '../replication/loop';
import { publishAvailability, publishMarkedAvailability } from './publish-availability';

/** Claims on a leg within a fifth of a second go out as one change; an open seat map elsewhere shall flip within one. */
const publishEveryMs = 200;

/** Finds what no mark tells of: holds that ran out unswept, and marks that were lost with a process. */
const sweepEveryMs = 30_000;

/** Keeps what is published of the seats of this airline's legs in step with its claims. */
export function startAvailabilityLoop(airline: Airline): Loop {
  const { log } = airline;
  return joinLoops([
    startLoop({
      name: 'availability',
      log,
      round: () => publishMarkedAvailability(airline),
      pauseMs: () => publishEveryMs,
    }),
    startLoop({
      name: 'availability of all legs',
      log,
      round: () => publishAvailability(airline),
      pauseMs: () => sweepEveryMs,
    }),
  ]);
}
