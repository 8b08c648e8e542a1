import type { LiveState } from '@/components/live/live-store';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { FreshnessByAirline } from '@/server/replication/freshness';
import type { LegView } from '@/server/search/leg-view';

/** A leg as the results list shows it. */
export type ListedLeg = Pick<LegView, 'legId' | 'airline' | 'fareCents' | 'seatsLeft' | 'departsAt'>;

/** What became of an itinerary since it was listed. `seatsLeft` of its scarcest leg; advisory. */
export type OfferNow =
  | { kind: 'forSale'; seatsLeft: number }
  | { kind: 'silent'; airlines: AirlineCode[] }
  | { kind: 'soldOut' }
  | { kind: 'cancelled' };

type Live = Pick<LiveState, 'airlines' | 'legs'>;

/** The itinerary of `legs` for so many passengers, as far as it is known live; as listed before that. */
export function offerNow(legs: readonly ListedLeg[], passengers: number, live: Live): OfferNow {
  const silent = legs.map((leg) => leg.airline).filter((code) => live.airlines?.[code].state === 'offline');
  if (silent.length > 0) return { kind: 'silent', airlines: [...new Set(silent)] };
  const states = legs.map((leg) => live.legs.get(leg.legId));
  if (states.some((state) => state?.status === 'cancelled')) return { kind: 'cancelled' };
  const seatsLeft = Math.min(...legs.map((leg, index) => (states[index] ?? leg).seatsLeft));
  return seatsLeft < passengers ? { kind: 'soldOut' } : { kind: 'forSale', seatsLeft };
}

export type Listed = {
  legs: readonly ListedLeg[];
  airlines: FreshnessByAirline;
  passengers: number;
};

/**
 * Would the same search answer otherwise now? A fare, a departure, a cancellation, a leg without enough seats, or an
 * airline that is back. One that falls silent is told in place: nothing is gained by looking again.
 */
export function isListStale({ legs, airlines, passengers }: Listed, live: Live): boolean {
  const isBack = (code: AirlineCode) =>
    airlines[code].state === 'offline' && live.airlines !== null && live.airlines[code].state !== 'offline';
  return (
    (Object.keys(airlines) as AirlineCode[]).some(isBack) ||
    legs.some((leg) => hasChanged(leg, passengers, live))
  );
}

function hasChanged(leg: ListedLeg, passengers: number, live: Live): boolean {
  const now = live.legs.get(leg.legId);
  if (!now) return false;
  return (
    now.status === 'cancelled' ||
    now.fareCents !== leg.fareCents ||
    now.departsAt !== leg.departsAt ||
    now.seatsLeft < passengers !== leg.seatsLeft < passengers
  );
}
