import type { Airline } from '../airline';
import { airlineState } from '../airline-state';
import { isRefusal, type RefusalCode, type RefusalDetails } from '../errors';
import { Gate } from '../gate';
import type { SeatsOfLeg } from './claims';
import { SeatLines, type SeatOfLeg } from './seat-lines';

/**
 * Attempts at seats in the database at a time: fewer than the pool has connections, so that decisions, which nobody may
 * hold up, and everything else still get one.
 */
const attempts = { inside: 8, waiting: 500, waitMs: 2_000 };

const linesOf = airlineState('seat lines', () => new SeatLines());
const attemptsOf = airlineState('attempts at seats', () => new Gate(attempts));

const codes = { sold: 'SEAT_TAKEN', late: 'SEAT_CONTESTED', full: 'OVERLOADED' } as const;

export type Wanting = {
  /** Who wants them: a global transaction, or a draft. */
  owner: string;
  wanted: readonly SeatsOfLeg[];
};

/** Why no attempt makes sense any more; every field is safe to show. */
export type TurnedDown = { code: RefusalCode } & RefusalDetails;

/** A place in the lines for seats of this airline's legs. */
export type LinePlace = {
  /**
   * Resolves with null when the next attempt may be made. Else with the reason: `SEAT_TAKEN` when a seat was sold
   * meanwhile, `SEAT_CONTESTED` after `timeoutMs`, `OVERLOADED` when too many wait for it or for a connection.
   */
  turn(timeoutMs: number): Promise<TurnedDown | null>;
  /** Must be called in the end. `isPrepared`: the seats are taken, but not decided. */
  leave(outcome: { isPrepared: boolean }): void;
};

/** Waits its turn for seats that others may want at the same moment, without holding a connection. */
export function lineUp(airline: Airline, { owner, wanted }: Wanting): LinePlace {
  const place = linesOf(airline).lineUp(owner, eachSeat(wanted));
  let endAttempt = () => {};
  return {
    async turn(timeoutMs) {
      endAttempt();
      const turn = await place.turn(timeoutMs);
      if (turn.kind !== 'go') {
        const { kind, legId, seat } = turn;
        return { code: codes[kind], airline: airline.code, legId, seat };
      }
      try {
        endAttempt = await attemptsOf(airline).enter();
        return null;
      } catch (error) {
        if (!isRefusal(error)) throw error;
        return { ...error.details, code: error.code, airline: airline.code };
      }
    },
    leave(outcome) {
      endAttempt();
      place.leave(outcome);
    },
  };
}

/** Claims on these seats are gone: wakes the first who waits for each. */
export function signalRelease(airline: Airline, seats: readonly SeatsOfLeg[]): void {
  linesOf(airline).release(eachSeat(seats));
}

/** These seats are sold: everybody who waits for one is refused at once. */
export function signalSale(airline: Airline, seats: readonly SeatsOfLeg[]): void {
  linesOf(airline).sell(eachSeat(seats));
}

function eachSeat(wanted: readonly SeatsOfLeg[]): SeatOfLeg[] {
  return wanted.flatMap(({ legId, seats }) => seats.map((seat) => ({ legId, seat })));
}
