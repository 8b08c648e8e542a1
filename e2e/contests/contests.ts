import type { SiteClient } from '../api/site-client';
import type { Contest } from './contest';
import { interlineTrips, seatsOf, seatsOfAll } from './prizes';

/** `dates`: days of travel (`YYYY-MM-DD`) whose seats may be used up. */
export type Supply = { client: SiteClient; dates: readonly string[] };

/** How a contest is set up anew for each round, because the seats of the last one are sold. */
export type SetUp = (supply: Supply) => Promise<Contest>;

const buyersForOne = 30;

/** Thirty buyers at each site want the same seat of one airline. */
export function oneSeat(seller: Parameters<typeof seatsOf>[1]): SetUp {
  return async ({ client, dates }) => ({
    name: `one seat of ${seller}`,
    prizes: await seatsOf(client, seller, { dates, count: 1 }),
    buyersPerSite: buyersForOne,
  });
}

/** Thirty buyers at each site want the same trip over three airlines. */
export const oneItinerary: SetUp = async ({ client, dates: [date = ''] }) => ({
  name: 'one trip over three airlines',
  prizes: await interlineTrips(client, date, 1),
  buyersPerSite: buyersForOne,
});

/** A hundred buyers at each site want a hundred seats: three want each. */
export const hundredSeats: SetUp = async ({ client, dates }) => ({
  name: 'a hundred seats',
  prizes: await seatsOf(client, 'rumos', { dates, count: 100 }),
  buyersPerSite: 1,
});

/** So many at once, a third at each site: trips over three airlines and single seats of all of them; three want each. */
export function rush(buyers: number): SetUp {
  return async ({ client, dates }) => {
    const count = Math.ceil(buyers / 3);
    const trips = await interlineTrips(client, dates[0] ?? '', Math.ceil(count / 10));
    const taken = new Set(trips.flatMap(({ legs }) => legs.map(({ legId }) => legId)));
    const seats = await seatsOfAll(client, { dates, count: count + 150 });
    const apart = seats.filter(({ legs }) => !legs.some(({ legId }) => taken.has(legId)));
    const prizes = [...trips, ...apart].slice(0, count);
    return { name: `${prizes.length * 3} buyers at once`, prizes, buyersPerSite: 1 };
  };
}
