import { maxLayoverMinutes } from '@/server/domain/connection-rules';
import { maxFlightMinutes } from '../leg-index/leg-index';
import type { LegPair } from '../leg-index/leg-pair';
import { leastFareBetween } from '../leg-index/pair-days';
import type { Origin } from './question';

/** A leg and the layover before it last no longer: so much later than the one before may a leg depart. */
const maxStepMinutes = maxFlightMinutes + maxLayoverMinutes;

/**
 * What is left to pay and to fly on a route from each of its legs on, at least, and which airlines fly there; one more at
 * the end, nothing.
 */
export const bounds = { fares: [0, 0, 0, 0, 0], minutes: [0, 0, 0, 0, 0], airlines: [0, 0, 0, 0, 0] };

/**
 * Sets the bounds of a route: the least flight times, and the least fares of the days on which each leg can depart when
 * the whole trip takes at most `longest` minutes. They ignore seats and connections, so they are never too high.
 */
export function boundRoute(chain: readonly LegPair[], origin: Origin, longest: number): void {
  const { fares, minutes, airlines } = bounds;
  fares[chain.length] = 0;
  minutes[chain.length] = 0;
  airlines[chain.length] = 0;
  for (let place = chain.length - 1; place >= 0; place--) {
    const pair = chain[place] as LegPair;
    minutes[place] = (minutes[place + 1] as number) + pair.leastFlightMinutes;
    airlines[place] = (airlines[place + 1] as number) | pair.airlines;
  }
  const total = minutes[0] as number;
  for (let place = chain.length - 1; place >= 0; place--) {
    const left = minutes[place] as number;
    const latest = origin.latest + Math.min(place * maxStepMinutes, longest - left);
    fares[place] =
      (fares[place + 1] as number) +
      leastFareBetween(chain[place] as LegPair, origin.earliest + total - left, latest);
  }
}
