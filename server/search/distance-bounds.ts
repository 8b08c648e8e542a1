import type { LegIndex } from './leg-index';

/** The least fare (centavos, one passenger) and flight time (minutes) that are still to come. */
export type Remaining = { fareCents: number; flightMinutes: number };

/** What lies ahead of a traveller who lands at an airport, by airport; one who is not in it cannot arrive. */
export type RemainingByAirport = Map<string, Remaining>;

type Destinations = {
  destinations: readonly string[];
  /** The airports from which a traveller may leave who landed at this one, itself included. */
  onwardAirports: (landed: string) => readonly string[];
  maxLegs: number;
};

/**
 * Lower bounds towards the destination: entry n is for travellers with exactly n legs to fly. They ignore dates, seats
 * and connections, so they never cut off an itinerary that exists.
 */
export function remainingByLegs(
  index: LegIndex,
  { destinations, onwardAirports, maxLegs }: Destinations,
): RemainingByAirport[] {
  const arrived: RemainingByAirport = new Map(
    destinations.map((airport) => [airport, { fareCents: 0, flightMinutes: 0 }]),
  );
  const bounds = [arrived];
  for (let legs = 1; legs <= maxLegs; legs++) {
    const leaving = oneLegFurther(index, bounds[legs - 1] ?? arrived);
    bounds.push(byLanding(index, leaving, onwardAirports));
  }
  return bounds;
}

function oneLegFurther(index: LegIndex, after: RemainingByAirport): RemainingByAirport {
  const leaving: RemainingByAirport = new Map();
  for (const [airport, pairs] of index.pairsFrom) {
    for (const pair of pairs) {
      const rest = after.get(pair.to);
      if (!rest) continue;
      lower(leaving, airport, {
        fareCents: pair.minFareCents + rest.fareCents,
        flightMinutes: pair.minFlightMinutes + rest.flightMinutes,
      });
    }
  }
  return leaving;
}

function byLanding(
  index: LegIndex,
  leaving: RemainingByAirport,
  onwardAirports: (landed: string) => readonly string[],
): RemainingByAirport {
  const landing: RemainingByAirport = new Map();
  for (const airport of index.servedBy.keys()) {
    for (const onward of onwardAirports(airport)) {
      const remaining = leaving.get(onward);
      if (remaining) lower(landing, airport, remaining);
    }
  }
  return landing;
}

function lower(bounds: RemainingByAirport, airport: string, remaining: Remaining): void {
  const known = bounds.get(airport);
  if (!known) {
    bounds.set(airport, { ...remaining });
    return;
  }
  known.fareCents = Math.min(known.fareCents, remaining.fareCents);
  known.flightMinutes = Math.min(known.flightMinutes, remaining.flightMinutes);
}
