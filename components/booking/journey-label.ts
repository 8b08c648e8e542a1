import { formatDate } from '@/components/format/local-date';
import { findAirport } from '@/server/domain/airport';
import {
  destinationOf,
  isReturnTrip,
  type Journey,
  journeysOf,
  originOf,
  type TravelledLeg,
} from '@/server/domain/journeys';
import { localTimeAt } from '@/server/domain/local-time';
import type { JourneyLabel } from './by-journey';

/** The journeys of a trip whose legs are given in the order of travel. */
export function journeyLabels(legs: readonly TravelledLeg[]): JourneyLabel[] {
  const journeys = journeysOf(legs);
  const isReturn = isReturnTrip(journeys);
  return journeys.map((journey, index) => ({
    direction: isReturn ? (index === 0 ? 'there' : 'back') : null,
    from: cityOf(originOf(journey)),
    to: cityOf(destinationOf(journey)),
    date: formatDate(localDepartureOf(journey)),
    legCount: journey.length,
  }));
}

function cityOf(iata: string): string {
  return findAirport(iata)?.city ?? iata;
}

function localDepartureOf([first]: Journey<TravelledLeg>): string {
  return localTimeAt(new Date(first.departsAt), findAirport(first.from)?.timeZone ?? 'UTC');
}
