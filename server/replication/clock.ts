import type { Airline } from '../airline';
import { airlineState } from '../airline-state';
import { compareStamps, isFromFuture, receive, type Stamped, stampAfter, tick } from './hybrid-clock';

const clocks = airlineState<{ last: string | null }>('hybrid clock', () => ({ last: null }));

/**
 * A hybrid timestamp for something that changes here now, later than every one that this process has made or observed.
 * Later than `after` too: whoever replaces something stamped passes its stamp, which another process or a clock that has
 * been set back since may have made. Never fails: where the clock of this machine goes back, it counts on.
 */
export function nextStamp(airline: Airline, after: string | null = null): string {
  const clock = presentClock(airline);
  const ticked = tick(clock.last, airline.clock.now(), airline.code);
  const own = ticked.ok ? ticked.stamp : stampAfter(clock.last, airline.code);
  const stamp = after !== null && compareStamps(own, after) <= 0 ? stampAfter(after, airline.code) : own;
  clock.last = stamp;
  return stamp;
}

/**
 * Notes a stamp of another airline, so that what happens here afterwards is later. The result says whether the clock
 * followed it: one more than 60 s ahead of this machine is ignored, and what carries it is to be set aside.
 */
export function observeStamp(airline: Airline, stamp: string): Stamped {
  const clock = presentClock(airline);
  const observed = receive(clock.last, stamp, airline.clock.now(), airline.code);
  if (observed.ok) clock.last = observed.stamp;
  return observed;
}

/**
 * The clock, begun anew at the wall clock where that was set back by more than anybody believes: going on in that future,
 * whatever happens here would be set aside by all peers until the hour has come.
 */
function presentClock(airline: Airline): { last: string | null } {
  const clock = clocks(airline);
  if (clock.last !== null && isFromFuture(clock.last, airline.clock.now())) clock.last = null;
  return clock;
}
