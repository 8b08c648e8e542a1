import { expect, test } from '@playwright/test';
import { airlineNames, airlines } from './api/airlines';
import { newAccount, signInAt } from './api/customers';
import { allSeats, seatStates } from './api/purchases';
import { SiteClient } from './api/site-client';
import { interlineRoute, travelDateOf } from './api/trips';
import type { Booking, CancelQuote } from './api/wire';
import { registerInBrowser, signInInBrowser } from './pages/account';
import { chooseFirstTrip, searchFromHome } from './pages/flights';
import { watchForFaults } from './pages/page-faults';
import { buyButton, fillPassenger, readConfirmation } from './pages/purchase';
import { chooseSeats, continueToPassengers, legTabs } from './pages/seats';
import { expectTripState, openCancellation, openTrips } from './pages/trips';

const date = travelDateOf('interline-trip');

test('one trip over three airlines: bought at Giro, seen at all, cancelled at Boreal', async ({ page }) => {
  const account = newAccount();
  const bystander = new SiteClient('rumos');
  const faults = watchForFaults(page);

  await test.step('register at Giro', () => registerInBrowser(page, 'giro', account));

  await test.step('find a trip that takes all three', async () => {
    await searchFromHome(page, 'giro', { ...interlineRoute, date });
    const states = page.getByRole('list', { name: 'Situação de cada companhia' });
    for (const name of Object.values(airlineNames)) await expect(states).toContainText(name);
    await expect(states.getByText(/ao vivo/)).toHaveCount(3);
    await expect(page.getByText('uma compra só: todos os trechos, ou nenhum').first()).toBeVisible();
    await chooseFirstTrip(page);
  });

  const seats = await test.step('take a seat on every leg', async () => {
    const flights = (await legTabs(page).allTextContents()).join();
    for (const designator of ['RM', 'GI', 'BO']) expect(flights).toContain(`${designator} `);
    const chosen = await chooseSeats(page);
    await continueToPassengers(page);
    return chosen;
  });

  const locator = await test.step('name the passenger, review and buy', async () => {
    await fillPassenger(page);
    for (const seat of seats) await expect(page.getByRole('main')).toContainText(seat);
    await expect(page.getByText('Cancele sem custo até')).toBeVisible();
    await buyButton(page).click();
    return readConfirmation(page);
  });

  const booking = await test.step('every site tells the same booking', async () => {
    const asTold = await Promise.all(
      airlines.map(async (site) =>
        (await signInAt(site, account)).ask<Booking>('booking.get', { recordLocator: locator }),
      ),
    );
    const [first, ...others] = asTold.map(({ state, totalCents, participants, parts }) => {
      const legs = parts.flatMap((part) => part.legs).sort((a, b) => a.legId.localeCompare(b.legId));
      return { state, totalCents, participants, legs };
    });
    for (const other of others) expect(other).toEqual(first);
    expect(first?.state).toBe('confirmed');
    expect(first?.participants).toEqual([...airlines]);
    return { ...first, legs: first?.legs ?? [] };
  });
  const order = {
    legs: booking.legs.map(({ legId, seats: sold }) => ({ legId, seats: sold.map(({ seat }) => seat) })),
  };
  expect(await seatStates(bystander, order)).toEqual(allSeats(order, 'taken'));
  expect(order.legs.flatMap((leg) => leg.seats).sort()).toEqual(seats.toSorted());

  await test.step('see it at Rumos', async () => {
    await signInInBrowser(page, 'rumos', account);
    await expectTripState(await openTrips(page, 'rumos', locator), 'Confirmada');
  });

  await test.step('cancel it at Boreal: first the quote, then the word', async () => {
    await signInInBrowser(page, 'boreal', account);
    const card = await openTrips(page, 'boreal', locator);
    await expectTripState(card, 'Confirmada');
    await openCancellation(page, card);
    const boreal = await signInAt('boreal', account);
    const quote = await boreal.ask<CancelQuote>('booking.cancelQuote', { recordLocator: locator });
    expect(quote).toMatchObject({ rule: 'FREE_24H', feeCents: 0, refundCents: booking.totalCents });
    expect(await seatStates(bystander, order), 'a quote frees nothing').toEqual(allSeats(order, 'taken'));
    await page.getByRole('button', { name: /^Cancelar e receber R\$/ }).click();
    await expect(page.getByText('Viagem cancelada. Os assentos foram liberados')).toBeVisible();
  });

  await test.step('the seats are free again at all three, and every site says so', async () => {
    for (const site of airlines) {
      await expect.poll(() => seatStates(new SiteClient(site), order)).toEqual(allSeats(order, 'free'));
      await expectTripState(await openTrips(page, site, locator), 'Cancelada');
    }
  });
  expect(faults).toEqual([]);
});
