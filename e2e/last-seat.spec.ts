import { expect, test } from '@playwright/test';
import { type AirlineCode, airlines } from './api/airlines';
import { type Account, newAccount, register, signInAt } from './api/customers';
import { allSeats, buy, seatStates } from './api/purchases';
import type { SiteClient } from './api/site-client';
import { findInterlineTrip, findOwnTrip, orderFor, rivalOf, travelDateOf } from './api/trips';
import type { BookingList, PurchaseOrder, PurchaseResult } from './api/wire';

const buyersPerSite = 30;
const date = travelDateOf('last-seat');

/** What a buyer hears who came too late: sold, or in another purchase that is about to be decided. */
const lostRace = ['SEAT_TAKEN', 'SEAT_CONTESTED'];

type Rivals = { site: AirlineCode; account: Account; client: SiteClient };
let rivals: Rivals[];

test.beforeEach(async () => {
  rivals = await Promise.all(
    airlines.map(async (site) => {
      const account = newAccount();
      return { site, account, client: await register(site, account) };
    }),
  );
});

for (const seller of airlines) {
  test(`thirty buyers at each site want one seat of ${seller}: one gets it`, async () => {
    const order = await orderFor(clientAt('rumos'), await findOwnTrip(clientAt('rumos'), seller, date));
    await expectOneSale(order);
  });
}

test('thirty buyers at each site want the same trip over three airlines: one gets all of it', async () => {
  const order = await orderFor(clientAt('giro'), await findInterlineTrip(clientAt('giro'), date));
  expect(order.legs.length).toBeGreaterThanOrEqual(3);
  await expectOneSale(order);
});

/** Ninety purchases of the same seats at once; then every site must tell the same story about them. */
async function expectOneSale(order: PurchaseOrder): Promise<void> {
  const results = await test.step('ninety purchases at once', () =>
    Promise.all(
      rivals.flatMap(({ site, client }) =>
        Array.from({ length: buyersPerSite }, async () => ({ site, ...(await buy(client, rivalOf(order))) })),
      ),
    ));
  console.log(`  ${tally(results)}`);

  const sold = results.filter(({ status }) => status === 'confirmed');
  const refusals = results.filter(({ status }) => status === 'refused').map(({ refusal }) => refusal?.code);
  expect(sold, 'one buyer has the seats, and only one').toHaveLength(1);
  expect(refusals).toHaveLength(airlines.length * buyersPerSite - 1);
  expect(refusals.filter((code) => !lostRace.includes(code ?? ''))).toEqual([]);

  for (const { client } of rivals)
    await expect.poll(() => seatStates(client, order)).toEqual(allSeats(order, 'taken'));
  const winner = sold[0]?.booking?.recordLocator;
  expect(winner).toMatch(/^[RGB][23456789BCDFGHJKMNPQRSTVWXYZ]{5}$/);
  for (const asked of airlines) expect(await bookingsSeenAt(asked), `as ${asked} tells it`).toEqual([winner]);
}

/** The locators of all three customers' bookings, as one site lists them. */
async function bookingsSeenAt(asked: AirlineCode): Promise<string[]> {
  const lists = await Promise.all(
    rivals.map(async ({ account }) => (await signInAt(asked, account)).ask<BookingList>('booking.list')),
  );
  expect(lists.flatMap(({ silentAirlines }) => silentAirlines)).toEqual([]);
  return lists.flatMap(({ bookings }) => bookings.map(({ recordLocator }) => recordLocator));
}

function clientAt(wanted: AirlineCode): SiteClient {
  const rival = rivals.find(({ site }) => site === wanted);
  if (!rival) throw new Error(`nobody buys at ${wanted}`);
  return rival.client;
}

function tally(results: PurchaseResult[]): string {
  const outcomes = results.map(({ status, refusal }) => refusal?.code ?? status);
  const kinds = [...new Set(outcomes)];
  return kinds.map((kind) => `${kind}: ${outcomes.filter((outcome) => outcome === kind).length}`).join(', ');
}
