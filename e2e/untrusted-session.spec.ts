import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { newAccount, register, signInAt } from './api/customers';
import { allSeats, seatStates } from './api/purchases';
import { SiteClient } from './api/site-client';
import { findInterlineTrip, orderFor, travelDateOf } from './api/trips';
import type { BookingList } from './api/wire';

const date = travelDateOf('untrusted-session');
const sessionCookie = { giro: 'passcom-giro.session', rumos: 'passcom-rumos.session' } as const;

/** A client at Rumos that carries something which is not a session of Rumos. */
const impostors: Record<string, (giro: SiteClient) => SiteClient> = {
  'nobody signed in': () => new SiteClient('rumos'),
  'a made-up session': () => carrying(randomUUID()),
  'a session that says it needs no key': () => carrying(unencryptedToken()),
  "Giro's session under Rumos' name": (giro) => carrying(giro.cookies.get(sessionCookie.giro) ?? ''),
  "Giro's cookies as they are": (giro) => {
    const client = new SiteClient('rumos');
    client.cookies.set(sessionCookie.giro, giro.cookies.get(sessionCookie.giro) ?? '');
    return client;
  },
};

function carrying(token: string): SiteClient {
  const client = new SiteClient('rumos');
  client.cookies.set(sessionCookie.rumos, token);
  return client;
}

function unencryptedToken(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ sub: randomUUID(), airline: 'rumos', credentialEpoch: 0 })}.`;
}

for (const [what, impersonate] of Object.entries(impostors)) {
  test(`${what} buys, reads and cancels nothing`, async () => {
    const giro = await register('giro');
    expect(giro.cookies.get(sessionCookie.giro), 'the test knows the name of the cookie').toBeTruthy();
    const order = await orderFor(giro, await findInterlineTrip(giro, date));
    const impostor = impersonate(giro);

    const answers = await Promise.all([
      impostor.tellAnyway('booking.purchase', order),
      impostor.askAnyway('booking.list'),
      impostor.askAnyway('booking.get', { recordLocator: 'G22222' }),
      impostor.askAnyway('booking.cancelQuote', { recordLocator: 'G22222' }),
      impostor.askAnyway('account.profile'),
      impostor.tellAnyway('account.update', { name: 'Eva Souza' }),
      impostor.tellAnyway('booking.cancel', {
        recordLocator: 'G22222',
        idempotencyKey: randomUUID(),
        quotedRefundCents: 0,
      }),
    ]);

    for (const { status, refusal, message } of answers) {
      expect({ status, code: refusal?.code }).toEqual({ status: 401, code: 'SIGN_IN_REQUIRED' });
      expect(message).toBe('Entre na sua conta para continuar.');
    }
    expect(await seatStates(giro, order)).toEqual(allSeats(order, 'free'));
    expect((await giro.ask<BookingList>('booking.list')).bookings).toEqual([]);
  });
}

test('a session of Rumos that was altered in one place is no session', async () => {
  const account = newAccount();
  await register('giro', account);
  const rumos = await signInAt('rumos', account);
  const token = rumos.cookies.get(sessionCookie.rumos) ?? '';
  const middle = Math.floor(token.length / 2);
  const altered = token.slice(0, middle) + (token[middle] === 'A' ? 'B' : 'A') + token.slice(middle + 1);
  rumos.cookies.set(sessionCookie.rumos, altered);
  expect((await rumos.askAnyway('account.profile')).status).toBe(401);
});

test('a wrong password and an unknown e-mail sign nobody in, in the same words', async () => {
  const account = newAccount();
  await register('giro', account);
  const attempts = [
    { ...account, password: 'uma frase bem errada' },
    { ...account, email: newAccount().email },
  ];
  const answers = [];
  for (const { email, password } of attempts) {
    const client = new SiteClient('giro');
    const { csrfToken } = (await (await client.send('/api/auth/csrf')).json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, email, password, json: 'true' });
    const answer = await client.send('/api/auth/callback/credentials', { method: 'POST', body });
    answers.push({ status: answer.status, body: await answer.text() });
    expect((await client.askAnyway('account.profile')).status).toBe(401);
  }
  expect(answers[0]?.status).toBe(401);
  expect(answers[1]).toEqual(answers[0]);
});
