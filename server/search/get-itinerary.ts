import { z } from 'zod';
import type { Airline } from '@/server/airline';
import { invariant } from '@/server/assert';
import { type Itinerary, itineraryIdOf, legIdsOf } from '@/server/domain/itinerary';
import { type Leg, legIdSchema } from '@/server/domain/leg';
import { maxPassengersPerBooking } from '@/server/domain/passenger';
import { isOpenForSale } from '@/server/domain/sales-close';
import { Refusal } from '@/server/errors';
import { freshnessOfAirlines } from '@/server/replication/freshness';
import { getCatalogueIndex } from './catalogue-index';
import { connectLegs } from './connect-legs';
import { findLegs } from './find-legs';
import { type ItineraryView, itineraryView } from './itinerary-view';
import { parseInput } from './search-query';

const minuteMs = 60_000;

/** As many as a search with three stops finds. */
const maxLegs = 4;

const itineraryKeySchema = z.strictObject({
  id: z.string().transform(legIdsOf).pipe(z.array(legIdSchema).max(maxLegs)),
  passengers: z.int().min(1).max(maxPassengersPerBooking),
});

/**
 * An itinerary by its id, as it is now. Not `bookable` when an airline of it cannot be reached or a leg has fewer seats
 * left than passengers. It stands beside no others, so it is never called `pareto`.
 *
 * Refuses INPUT_INVALID with the field; with the leg LEG_UNKNOWN, LEG_CANCELLED, CUT_OFF_PASSED when its sales have
 * closed, and ITINERARY_IMPOSSIBLE when it cannot be reached from the one before.
 */
export async function getItinerary(
  airline: Airline,
  input: z.input<typeof itineraryKeySchema>,
): Promise<ItineraryView> {
  const { id, passengers } = parseInput(itineraryKeySchema, input);
  const legs = await findLegs(airline, id);
  for (const leg of legs) refuseNotFlown(leg, airline.clock.now());
  const { asOfByAirline } = await getCatalogueIndex(airline);
  const airlines = freshnessOfAirlines(airline, asOfByAirline);
  const isBookable = legs.every(
    (leg) => airlines[leg.airline].state !== 'offline' && leg.seatsLeft >= passengers,
  );
  return itineraryView(itineraryOf(legs, passengers), isBookable);
}

function refuseNotFlown(leg: Leg, now: Date): void {
  const { legId } = leg;
  if (leg.status === 'cancelled') throw new Refusal('LEG_CANCELLED', { legId });
  if (!isOpenForSale(leg, now)) throw new Refusal('CUT_OFF_PASSED', { legId });
}

function itineraryOf(legs: Leg[], passengers: number): Itinerary {
  const first = legs[0];
  const last = legs.at(-1);
  invariant(first && last, 'no text is split into nothing');
  return {
    id: itineraryIdOf(legs),
    legs,
    totalFareCents: legs.reduce((sum, { fareCents }) => sum + fareCents, 0) * passengers,
    durationMinutes: (last.arrivesAt.getTime() - first.departsAt.getTime()) / minuteMs,
    stops: legs.length - 1,
    connectionsMinutes: connectLegs(legs),
    pareto: false,
  };
}
