import { flightsHref } from '@/components/search/flights-href';
import {
  destinationOf,
  isReturnTrip,
  journeysOf,
  originOf,
  type TravelledLeg,
} from '@/server/domain/journeys';

/** A leg in its place in a trip; `departsLocal` is `YYYY-MM-DDTHH:MM` at its airport. */
export type DatedLeg = TravelledLeg & { departsLocal: string };

/** The address of the search that finds a trip again, as well as its legs tell. */
export function searchAgainHref(legs: DatedLeg[], passengers: number): string {
  const journeys = journeysOf(legs);
  const [there, back] = journeys;
  const last = journeys.at(-1);
  if (!there || !last) return '/';
  const isReturn = isReturnTrip(journeys);
  return flightsHref({
    from: originOf(there),
    to: destinationOf(isReturn ? there : last),
    date: localDateOf(there[0]),
    returnDate: isReturn && back ? localDateOf(back[0]) : null,
    passengers,
  });
}

function localDateOf({ departsLocal }: DatedLeg): string {
  return departsLocal.slice(0, 10);
}
