import { isThroughFlight } from '@/server/domain/connection-rules';
import type { LegView } from '@/server/search/leg-view';

/** From this long on, a wait at night is a night and not a late change of planes. */
const minOvernightMinutes = 240;

/** Who lands earlier than this waits for the morning. */
const nightEnds = '04:00';

export type ConnectionFacts = {
  /** The same flight goes on in the same aircraft: nobody changes and nobody can miss it. */
  isTechnicalStop: boolean;
  isInterline: boolean;
  isOvernight: boolean;
  isAirportChange: boolean;
};

/** What a traveller has to know of the `minutes` on the ground between two legs. */
export function connectionBetween(arriving: LegView, departing: LegView, minutes: number): ConnectionFacts {
  const isAtNight =
    arriving.arrivesLocal.slice(0, 10) !== departing.departsLocal.slice(0, 10) ||
    arriving.arrivesLocal.slice(11) < nightEnds;
  return {
    isTechnicalStop: isThroughFlight(arriving, departing),
    isInterline: arriving.airline !== departing.airline,
    isOvernight: isAtNight && minutes >= minOvernightMinutes,
    isAirportChange: arriving.to !== departing.from,
  };
}
