import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { register } from './api/customers';
import { buyBooking, seatStates } from './api/purchases';
import { type Answer, SiteClient } from './api/site-client';
import { findInterlineTrip, orderFor, travelDateOf } from './api/trips';
import type { Booking, BookingList, PurchaseOrder, PurchaseResult } from './api/wire';

const date = travelDateOf('bad-input');

/** A customer with a booking, another without, and an order that would be sold as it stands. */
type World = {
  ana: SiteClient;
  eva: SiteClient;
  booking: Booking;
  sold: PurchaseOrder;
  order: PurchaseOrder;
};
let world: World;

test.beforeAll(async () => {
  const [ana, eva] = await Promise.all([register('giro'), register('giro')]);
  const trip = await findInterlineTrip(ana, date);
  const sold = await orderFor(ana, trip, 2);
  const booking = await buyBooking(ana, sold);
  world = { ana, eva, booking, sold, order: await orderFor(eva, trip, 2) };
});

/** Everything that a request about these seats and bookings could have changed. */
async function state({ ana, eva, sold, order }: World) {
  const lists = [ana, eva].map((client) => client.ask<BookingList>('booking.list'));
  const bookings = (await Promise.all(lists)).flatMap((list) => list.bookings);
  return {
    bookings: bookings.map(({ recordLocator, state: bookingState, parts }) => ({
      recordLocator,
      bookingState,
      legs: parts.flatMap(({ legs }) => legs),
    })),
    seats: { ...(await seatStates(eva, sold)), ...(await seatStates(eva, order)) },
  };
}

type Refused = [title: string, status: number, code: string, send: () => Promise<Answer<unknown>>];

/** One test for each request: a typed refusal with a sentence, and nothing changed. */
function refuses(cases: Refused[]): void {
  for (const [title, status, code, send] of cases) {
    test(title, async () => {
      const before = await state(world);
      const answer = await send();
      expect({ status: answer.status, code: answer.refusal?.code }, answer.text).toEqual({ status, code });
      expect(answer.message, 'a sentence for people').toMatch(/^\p{Lu}.+ .+[.!]$/su);
      expect(await state(world)).toEqual(before);
    });
  }
}

const search = { from: 'RBR', to: 'SSA', date, passengers: 1 };
const searched = (change: object) => () =>
  world.eva.askAnyway('search.itineraries', { ...search, ...change });

test.describe('a search', () => {
  refuses([
    ['from an unknown airport', 400, 'AIRPORT_UNKNOWN', searched({ from: 'XXX' })],
    ['to an unknown airport', 400, 'AIRPORT_UNKNOWN', searched({ to: 'QQQ' })],
    ['from somewhere to itself', 400, 'SAME_AIRPORT', searched({ to: 'RBR' })],
    ['for a day that is over', 400, 'DATE_OUT_OF_RANGE', searched({ date: '2020-01-31' })],
    ['for a day years ahead', 400, 'DATE_OUT_OF_RANGE', searched({ date: '2199-01-31' })],
    ['for a day that no calendar has', 400, 'INPUT_INVALID', searched({ date: '2027-02-30' })],
    ['for nobody', 400, 'INPUT_INVALID', searched({ passengers: 0 })],
    ['for ten passengers', 400, 'INPUT_INVALID', searched({ passengers: 10 })],
    ['for one and a half passengers', 400, 'INPUT_INVALID', searched({ passengers: 1.5 })],
    ['with injected SQL', 400, 'INPUT_INVALID', searched({ from: "RBR' or 1=1 --" })],
    ['with a key that nobody knows', 400, 'INPUT_INVALID', searched({ cabin: 'first' })],
    ['without anything', 400, 'INPUT_INVALID', () => world.eva.askAnyway('search.itineraries')],
  ]);
});

const seatsOf = (order: PurchaseOrder) => ({ ...order.legs[0], bookingDraftId: randomUUID() });
const unknownLeg = `boreal:9999:${date}:RBR`;
const held = (change: object) => () =>
  world.eva.tellAnyway('inventory.hold', { ...seatsOf(world.order), ...change });
const mapped = (legId: string) => () => world.eva.askAnyway('inventory.seatMap', { legId });

test.describe('seats', () => {
  refuses([
    ['of an unknown leg', 404, 'LEG_UNKNOWN', mapped(unknownLeg)],
    ['of something that is no leg', 400, 'INPUT_INVALID', mapped('boreal:0:yesterday:RBR')],
    ['held on an unknown leg', 404, 'LEG_UNKNOWN', held({ legId: unknownLeg })],
    ['held that no aircraft has', 400, 'SEAT_UNKNOWN', held({ seats: ['99K'] })],
    ['held that are no seats', 400, 'INPUT_INVALID', held({ seats: ['aisle please'] })],
    ['held, none at all', 400, 'INPUT_INVALID', held({ seats: [] })],
    ['held that are sold', 409, 'SEAT_TAKEN', () => held(seatsOf(world.sold))()],
    ['held for a draft that is none', 400, 'INPUT_INVALID', held({ bookingDraftId: 'mine' })],
  ]);
});

/** An order with one thing wrong. */
const ordered = (spoil: (order: PurchaseOrder) => object) => () => {
  const order = structuredClone(world.order);
  return world.eva.tellAnyway('booking.purchase', {
    ...order,
    idempotencyKey: randomUUID(),
    ...spoil(order),
  });
};
const withSeats =
  (...seats: string[]) =>
  ({ legs }: PurchaseOrder) => ({
    legs: legs.map((leg, index) => (index === 0 ? { ...leg, seats } : leg)),
  });
const withPassenger =
  (change: object) =>
  ({ passengers }: PurchaseOrder) => ({
    passengers: passengers.map((passenger, index) => (index === 0 ? { ...passenger, ...change } : passenger)),
  });
const cpf = (number: string) => ({ document: { kind: 'cpf', number } });

test.describe('a purchase', () => {
  refuses([
    [
      'of an unknown leg',
      404,
      'LEG_UNKNOWN',
      ordered(({ legs }) => ({ legs: [{ ...legs[0], legId: unknownLeg }] })),
    ],
    ['of a seat that no aircraft has', 400, 'SEAT_UNKNOWN', ordered(withSeats('99K', '98K'))],
    ['of one seat twice', 400, 'SEAT_REPEATED', ordered(withSeats('12A', '12A'))],
    ['of one leg twice', 400, 'ITINERARY_IMPOSSIBLE', ordered(({ legs }) => ({ legs: [legs[0], legs[0]] }))],
    ['of fewer seats than passengers', 400, 'SEATS_DIFFER_FROM_PASSENGERS', ordered(withSeats('12A'))],
    ['of no legs', 400, 'INPUT_INVALID', ordered(() => ({ legs: [] }))],
    ['for nobody', 400, 'INPUT_INVALID', ordered(() => ({ passengers: [] }))],
    [
      'for ten passengers',
      400,
      'INPUT_INVALID',
      ordered(({ passengers: [one] }) => ({ passengers: Array(10).fill(one) })),
    ],
    ['for a passenger without a name', 400, 'INPUT_INVALID', ordered(withPassenger({ name: '' }))],
    ['for a passenger with half a name', 400, 'INPUT_INVALID', ordered(withPassenger({ name: 'Ana' }))],
    ['with a CPF of wrong check digits', 400, 'INPUT_INVALID', ordered(withPassenger(cpf('52998224724')))],
    ['with a CPF of equal digits', 400, 'INPUT_INVALID', ordered(withPassenger(cpf('11111111111')))],
    [
      'with a birthday that no calendar has',
      400,
      'INPUT_INVALID',
      ordered(withPassenger({ birthDate: '1990-02-30' })),
    ],
    ['with an address that is none', 400, 'INPUT_INVALID', ordered(() => ({ contact: { email: 'ana' } }))],
    ['at a negative price', 400, 'INPUT_INVALID', ordered(() => ({ quotedTotalCents: -1 }))],
    ['without a key of its own', 400, 'INPUT_INVALID', ordered(() => ({ idempotencyKey: 'again' }))],
    ['with a key that nobody knows', 400, 'INPUT_INVALID', ordered(() => ({ discountCents: 100 }))],
  ]);

  for (const [title, code, spoil] of [
    [
      'at a price of yesterday',
      'PRICE_CHANGED',
      (order) => ({ quotedTotalCents: order.quotedTotalCents - 1 }),
    ],
    ['of sold seats', 'SEAT_TAKEN', () => ({ legs: world.sold.legs })],
  ] satisfies [string, string, (order: PurchaseOrder) => object][]) {
    test(`${title} is refused as a result`, async () => {
      const before = await state(world);
      const { status, data, text } = (await ordered(spoil)()) as Answer<PurchaseResult>;
      expect(status, text).toBe(200);
      expect(data).toMatchObject({ status: 'refused', refusal: { code } });
      expect(data?.refusal?.message).toMatch(/^\p{Lu}.+[.!]$/su);
      await expect.poll(() => state(world)).toEqual(before);
    });
  }
});

const asked = (procedure: string, recordLocator: string) => () =>
  world.eva.askAnyway(procedure, { recordLocator });
const cancelled = (recordLocator: string, change: object = {}) =>
  world.eva.tellAnyway('booking.cancel', {
    recordLocator,
    idempotencyKey: randomUUID(),
    quotedRefundCents: 0,
    ...change,
  });

test.describe('a booking', () => {
  refuses([
    ['that does not exist', 404, 'BOOKING_UNKNOWN', asked('booking.get', 'G22222')],
    ['whose locator is none', 400, 'INPUT_INVALID', asked('booking.get', 'A1')],
    ['of somebody else', 404, 'BOOKING_UNKNOWN', () => asked('booking.get', world.booking.recordLocator)()],
    [
      'of somebody else, priced for cancelling',
      404,
      'BOOKING_UNKNOWN',
      () => asked('booking.cancelQuote', world.booking.recordLocator)(),
    ],
    ['of somebody else, cancelled', 404, 'BOOKING_UNKNOWN', () => cancelled(world.booking.recordLocator)],
    ['that does not exist, cancelled', 404, 'BOOKING_UNKNOWN', () => cancelled('R22222')],
    [
      'cancelled for more money than it gives back',
      409,
      'PRICE_CHANGED',
      () =>
        world.ana.tellAnyway('booking.cancel', {
          recordLocator: world.booking.recordLocator,
          idempotencyKey: randomUUID(),
          quotedRefundCents: world.booking.totalCents + 1,
        }),
    ],
    [
      'by a key that bought nothing',
      404,
      'PURCHASE_UNKNOWN',
      () => world.eva.askAnyway('booking.outcome', { idempotencyKey: randomUUID() }),
    ],
    [
      "by somebody else's key",
      404,
      'PURCHASE_UNKNOWN',
      () => world.eva.askAnyway('booking.outcome', { idempotencyKey: world.sold.idempotencyKey }),
    ],
  ]);
});

const registration = () => ({
  name: 'Ana Souza',
  email: `${randomUUID()}@example.com`,
  password: 'uma frase comprida',
});
const registered = (change: () => object | Promise<object>) => async () =>
  new SiteClient('rumos').tellAnyway('account.register', { ...registration(), ...(await change()) });
const emailOfAna = async () => ({ email: (await world.ana.ask<{ email: string }>('account.profile')).email });

test.describe('an account', () => {
  refuses([
    ['with an e-mail that an account of another airline has', 409, 'EMAIL_TAKEN', registered(emailOfAna)],
    ['with an e-mail that is none', 400, 'INPUT_INVALID', registered(() => ({ email: 'ana@' }))],
    ['with a short password', 400, 'INPUT_INVALID', registered(() => ({ password: 'short' }))],
    ['without a name', 400, 'INPUT_INVALID', registered(() => ({ name: ' ' }))],
    ['that makes itself an operator', 400, 'INPUT_INVALID', registered(() => ({ role: 'operator' }))],
  ]);
});
