import type { AirlineCode } from '@/server/domain/airline-code';
import { findAirport } from '@/server/domain/airport';
import type { Leg, LegId } from '@/server/domain/leg';
import { localTimeAt } from '@/server/domain/local-time';

/**
 * A leg as it crosses the wire: instants ISO 8601 UTC, local times `YYYY-MM-DDTHH:MM` beside their IANA zone, fare of one
 * passenger in centavos. `seatsLeft` is advisory.
 */
export type LegView = {
  legId: LegId;
  airline: AirlineCode;
  flightNumber: number;
  serviceDate: string;
  from: string;
  to: string;
  departsAt: string;
  arrivesAt: string;
  departsLocal: string;
  arrivesLocal: string;
  departsZone: string;
  arrivesZone: string;
  aircraft: string;
  fareCents: number;
  seatsLeft: number;
};

/** Adds the wall times at both ends. An airport that is not in our table shows UTC, and says so in its zone. */
export function legView(leg: Leg): LegView {
  const { departsAt, arrivesAt, cabin: _cabin, status: _status, ...rest } = leg;
  const departsZone = zoneOf(leg.from);
  const arrivesZone = zoneOf(leg.to);
  return {
    ...rest,
    departsAt: departsAt.toISOString(),
    arrivesAt: arrivesAt.toISOString(),
    departsLocal: localTimeAt(departsAt, departsZone),
    arrivesLocal: localTimeAt(arrivesAt, arrivesZone),
    departsZone,
    arrivesZone,
  };
}

function zoneOf(iata: string): string {
  return findAirport(iata)?.timeZone ?? 'UTC';
}
