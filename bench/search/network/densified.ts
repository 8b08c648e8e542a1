import type { Random } from '@/e2e/chaos/random';
import type { AirlineCode } from '@/server/domain/airline-code';
import { findAirport } from '@/server/domain/airport';
import { legIdOf } from '@/server/domain/leg';
import { homeZone, localDateAt } from '@/server/domain/local-time';
import { grouped } from '@/server/grouped';
import type { IndexedLeg } from '@/server/search/leg-index/leg-index';
import { seatsLeftOf } from './seeded-legs';

/** A copied flight leaves up to so many steps of five minutes earlier or later. */
const maxSteps = 120;
const stepMinutes = 5;
const fareSpread = { from: 0.75, to: 1.3 };
const maxFlightNumber = 9_999;

/**
 * A denser network of at least `target` legs on the same days and routes: every flight again and again, each time under
 * another number, at another hour, at another fare and with other seats left.
 */
export function densified(legs: readonly IndexedLeg[], target: number, random: Random): IndexedLeg[] {
  const dense = [...legs];
  const flights = [...grouped(legs, flightOf).values()];
  const numbers = new FreeNumbers(legs);
  while (dense.length < target) {
    for (const flight of flights) {
      const change: Change = {
        flightNumber: numbers.next(flight),
        minutes: (random.index(2 * maxSteps + 1) - maxSteps) * stepMinutes,
        fareFactor: random.between(fareSpread.from, fareSpread.to),
      };
      for (const leg of flight) dense.push(changed(leg, change, random));
    }
  }
  return dense;
}

function flightOf({ airline, flightNumber, from }: IndexedLeg): string {
  return `${airline} ${flightNumber} ${from}`;
}

type Change = { flightNumber: number; minutes: number; fareFactor: number };

function changed(leg: IndexedLeg, { flightNumber, minutes, fareFactor }: Change, random: Random): IndexedLeg {
  const departsMinute = leg.departsMinute + minutes;
  const zone = findAirport(leg.from)?.timeZone ?? homeZone;
  const serviceDate = localDateAt(new Date(departsMinute * 60_000), zone);
  return {
    ...leg,
    flightNumber,
    serviceDate,
    legId: legIdOf({ airline: leg.airline, flightNumber, serviceDate, from: leg.from }),
    departsMinute,
    arrivesMinute: leg.arrivesMinute + minutes,
    fareCents: Math.round((leg.fareCents * fareFactor) / 100) * 100,
    seatsLeft: seatsLeftOf(Number(leg.cabin.replace(/^.*-|S$/g, '')), random),
  };
}

/** Every number once per airline and, when those are used up, once per airline and origin. */
class FreeNumbers {
  private readonly taken: Set<string>;
  private readonly last = new Map<AirlineCode, number>();

  constructor(legs: readonly IndexedLeg[]) {
    this.taken = new Set(legs.map(flightOf));
  }

  next([first]: readonly IndexedLeg[]): number {
    if (!first) throw new Error('a flight without legs');
    for (let tries = 0; tries < maxFlightNumber; tries++) {
      const flightNumber = ((this.last.get(first.airline) ?? 0) % maxFlightNumber) + 1;
      this.last.set(first.airline, flightNumber);
      const flight = flightOf({ ...first, flightNumber });
      if (this.taken.has(flight)) continue;
      this.taken.add(flight);
      return flightNumber;
    }
    throw new Error(`${first.airline} has no flight number left at ${first.from}`);
  }
}
