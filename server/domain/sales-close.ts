import type { Leg } from './leg';

/** Sales and cancellations close this long before departure: the passenger list goes to the airport then. */
export const salesCloseBeforeDepartureMs = 60 * 60_000;

/** Can a seat on this leg still change hands at `now`? */
export function isOpenForSale(leg: Pick<Leg, 'departsAt'>, now: Date): boolean {
  return leg.departsAt.getTime() - salesCloseBeforeDepartureMs > now.getTime();
}
