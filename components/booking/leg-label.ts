import { formatDate } from '@/components/format/local-date';
import { formatDayOffset, formatTime } from '@/components/format/local-time';
import { type AirlineCode, airlineIdentities } from '@/server/domain/airline-code';
import { findAirport } from '@/server/domain/airport';
import { flightDesignator } from '@/server/domain/leg';

/** A leg in words, ready to be shown: what islands in the browser get instead of formatters and airport tables. */
export type LegLabel = {
  legId: string;
  airline: AirlineCode;
  airlineName: string;
  /** `RM 1234`. */
  flight: string;
  from: { iata: string; city: string };
  to: { iata: string; city: string };
  /** `08:05`, local at the airport. */
  departs: string;
  arrives: string;
  /** `+1` when the arrival is on the next local day, else ''. */
  dayOffset: string;
  /** `sex., 11 de dez.` of the local departure. */
  date: string;
};

type LegTimes = {
  legId: string;
  airline: AirlineCode;
  flightNumber: number;
  from: string;
  to: string;
  departsLocal: string;
  arrivesLocal: string;
};

function placeOf(iata: string): { iata: string; city: string } {
  return { iata, city: findAirport(iata)?.city ?? iata };
}

/** Puts a leg into words, times local at each airport (`departsLocal`, `arrivesLocal` as `YYYY-MM-DDTHH:MM`). */
export function legLabel(leg: LegTimes): LegLabel {
  return {
    legId: leg.legId,
    airline: leg.airline,
    airlineName: airlineIdentities[leg.airline].name,
    flight: flightDesignator(airlineIdentities[leg.airline].designator, leg.flightNumber),
    from: placeOf(leg.from),
    to: placeOf(leg.to),
    departs: formatTime(leg.departsLocal),
    arrives: formatTime(leg.arrivesLocal),
    dayOffset: formatDayOffset(leg.departsLocal, leg.arrivesLocal),
    date: formatDate(leg.departsLocal),
  };
}
