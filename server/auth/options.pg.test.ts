import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rateLimits } from '@/db/schema';
import { changePassword } from '@/server/account/change-password';
import { mergeAccounts } from '@/server/account/merge-accounts';
import { registerCustomer } from '@/server/account/register-customer';
import { type AccountAlliance, createAccountAlliance } from '@/server/testing/account-airlines';
import { replicateAll } from '@/server/testing/replicate';
import type { AuthSite } from './auth-site';
import { authOptions } from './options';
import { sessionOf } from './session';

let alliance: AccountAlliance;
let giro: AuthSite;
let customerId: string;

const ana = { name: 'Ana Souza', email: 'ana@example.com', password: 'correct horse' };

beforeAll(async () => {
  alliance = await createAccountAlliance();
  giro = { airline: alliance.airlines.giro, secret: 'g'.repeat(32), secure: false, trustedProxies: 0 };
  ({ customerId } = await registerCustomer(giro.airline, ana));
});
afterAll(() => alliance.close());
beforeEach(async () => {
  await giro.airline.db.delete(rateLimits);
});

/** A program that keeps cookies, talking to next-auth itself: everything but Next's own plumbing. */
function clientOf(site: AuthSite) {
  const jar = new Map<string, string>();
  const failures: unknown[] = [];
  async function call(method: 'GET' | 'POST', path: string, body: Record<string, string> = {}) {
    const { response, sent } = recordingResponse(jar);
    const request = {
      method,
      query: { nextauth: path.split('/') },
      cookies: Object.fromEntries(jar),
      headers: { 'x-forwarded-for': '203.0.113.7' },
      body,
    };
    const options = authOptions(site, { onFailure: (error) => failures.push(error) });
    await NextAuth(request as unknown as NextApiRequest, response as NextApiResponse, options);
    return sent;
  }
  async function signIn(fields: Record<string, string>) {
    const { csrfToken } = (await call('GET', 'csrf')).body as { csrfToken: string };
    return call('POST', 'callback/credentials', { csrfToken, json: 'true', ...fields });
  }
  return { call, signIn, jar, failures };
}

/** The part of Next's response that next-auth uses. */
function recordingResponse(jar: Map<string, string>) {
  const sent = { status: 200, body: undefined as unknown, setCookies: [] as string[] };
  const response = {
    status: (status: number) => {
      sent.status = status;
      return response;
    },
    getHeader: () => undefined,
    setHeader: (name: string, value: string | string[]) => {
      if (name !== 'Set-Cookie') return;
      for (const line of [value].flat()) {
        sent.setCookies.push(line);
        const [, cookie = '', content = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        jar.set(cookie, decodeURIComponent(content));
      }
    },
    send: (body: unknown) => {
      sent.body = body;
    },
    json: (body: unknown) => {
      sent.body = body;
    },
    end: () => undefined,
  };
  return { response: response as unknown as NextApiResponse, sent };
}

describe("next-auth's sign-in", () => {
  it('with the right password sets the session cookie that the site reads', async () => {
    const client = clientOf(giro);
    const { status, body, setCookies } = await client.signIn({ ...ana, callbackUrl: '/trips' });
    expect([status, body]).toEqual([200, { url: 'http://localhost:3000/trips' }]);
    const cookie = setCookies.find((line) => line.startsWith('passcom-giro.session='));
    expect(cookie).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const session = await sessionOf(giro, client.jar.get('passcom-giro.session'));
    expect(session).toEqual({ customerId, name: ana.name, email: ana.email, holdsEmail: true });
  });

  it('answers the session over HTTP without anything secret', async () => {
    const client = clientOf(giro);
    await client.signIn(ana);
    const { body } = await client.call('GET', 'session');
    expect(body).toEqual({
      user: { name: ana.name, email: ana.email },
      customerId,
      expires: expect.any(String),
    });
  });

  it('with a wrong password or an unknown e-mail is refused alike', async () => {
    const wrong = await clientOf(giro).signIn({ ...ana, password: 'incorrect horse' });
    const unknown = await clientOf(giro).signIn({ ...ana, email: 'eva@example.com' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.setCookies.join()).not.toContain('.session');
  });

  it('without the form’s token is refused', async () => {
    const client = clientOf(giro);
    const { setCookies } = await client.call('POST', 'callback/credentials', { ...ana, json: 'true' });
    expect(setCookies.join()).not.toContain('.session');
  });

  it.each([
    'https://evil.example/trips',
    '//evil.example',
    '/\\evil.example',
    'http://localhost:3000.evil.example/',
  ])('never leads to %s', async (callbackUrl) => {
    const { body } = await clientOf(giro).signIn({ ...ana, callbackUrl });
    expect(body).toEqual({ url: 'http://localhost:3000/' });
  });

  it('too often names the refusal, and keeps its reason for the status', async () => {
    const client = clientOf(giro);
    for (let guess = 0; guess < 10; guess++) await client.signIn({ ...ana, password: 'a guess' });
    const { body } = await client.signIn(ana);
    expect(body).toMatchObject({ url: expect.stringMatching(/error=RATE_LIMITED$/) });
    expect(client.failures).toEqual([expect.objectContaining({ code: 'RATE_LIMITED' })]);
  });

  it('tells nothing of a fault inside', async () => {
    const transaction = () => Promise.reject(new Error('never shown'));
    const db = {
      insert: () => {
        throw new Error('relation "customers" lost');
      },
      transaction,
    };
    const broken = { ...giro, airline: { ...giro.airline, db: db as unknown as AuthSite['airline']['db'] } };
    const client = clientOf(broken);
    const { body } = await client.signIn(ana);
    expect(body).toMatchObject({ url: expect.stringMatching(/error=SIGN_IN_FAILED$/) });
    expect(client.failures).toHaveLength(1);
  });

  it('out removes the cookie', async () => {
    const client = clientOf(giro);
    await client.signIn(ana);
    const { csrfToken } = (await client.call('GET', 'csrf')).body as { csrfToken: string };
    await client.call('POST', 'signout', { csrfToken, json: 'true' });
    expect(client.jar.get('passcom-giro.session')).toBe('');
  });
});

describe('a session', () => {
  async function tokenAt(site: AuthSite, account = ana): Promise<string | undefined> {
    const client = clientOf(site);
    await client.signIn(account);
    return client.jar.get(`passcom-${site.airline.code}.session`);
  }

  it('of one airline is nobody at another, also with one secret and one account', async () => {
    const rumos = { ...giro, airline: alliance.airlines.rumos };
    expect(await sessionOf(rumos, await tokenAt(giro))).toBeNull();
    expect(await sessionOf(rumos, await tokenAt(rumos))).toMatchObject({ customerId });
  });

  it('outlives a restart: nothing of it is kept in the process', async () => {
    const token = await tokenAt(giro);
    const restarted = { ...giro, airline: { ...giro.airline } };
    expect(await sessionOf(restarted, token)).toMatchObject({ customerId });
  });

  it('ends everywhere when the password changes, as soon as the news is there', async () => {
    await replicateAll(alliance.airlines);
    const rumos = { ...giro, airline: alliance.airlines.rumos };
    const [here, there] = [await tokenAt(giro), await tokenAt(rumos)];
    const oldPassword = ana.password;
    await changePassword(giro.airline, { customerId, oldPassword, newPassword: 'battery staple' });
    expect(await sessionOf(rumos, there)).toMatchObject({ customerId });
    await replicateAll(alliance.airlines);
    expect([await sessionOf(giro, here), await sessionOf(rumos, there)]).toEqual([null, null]);
  });

  it('of the side that lost ends, when the password was changed on both sides of a cut', async () => {
    const account = { ...ana, email: 'eva@example.com' };
    const rumos = { ...giro, airline: alliance.airlines.rumos };
    const { customerId: eva } = await registerCustomer(giro.airline, account);
    await replicateAll(alliance.airlines);
    alliance.cutOff('rumos', { isNoticed: true });
    const sides = [
      { site: giro, password: 'changed at giro' },
      { site: rumos, password: 'changed at rumos' },
    ];
    const tokens: (string | undefined)[] = [];
    for (const { site, password } of sides) {
      const change = { customerId: eva, oldPassword: account.password, newPassword: password };
      await changePassword(site.airline, change);
      tokens.push(await tokenAt(site, { ...account, password }));
    }
    const sessions = () => Promise.all(sides.map(({ site }, side) => sessionOf(site, tokens[side])));
    expect(await sessions()).toMatchObject([{ customerId: eva }, { customerId: eva }]);
    alliance.heal();
    await replicateAll(alliance.airlines);
    expect((await sessions()).filter((session) => session === null)).toHaveLength(1);
  });

  it('of an account that was united goes on as the one that remains, until that one’s password changes', async () => {
    const email = 'lia@example.com';
    const earlier = { ...ana, email, name: 'Lia' };
    const later = { ...ana, email, password: 'another phrase' };
    const rumos = alliance.airlines.rumos;
    alliance.cutOff('rumos', { isNoticed: true });
    const { customerId: first } = await registerCustomer(rumos, earlier);
    alliance.time.now = new Date(alliance.time.now.getTime() + 1_000);
    const { customerId: second } = await registerCustomer(giro.airline, later);
    alliance.heal();
    await replicateAll(alliance.airlines);
    const token = await tokenAt(giro, later);
    expect(await sessionOf(giro, token)).toMatchObject({ customerId: second, holdsEmail: false });

    await mergeAccounts(giro.airline, { customerId: second, password: earlier.password });
    expect(await sessionOf(giro, token)).toEqual({
      customerId: first,
      name: 'Lia',
      email,
      holdsEmail: true,
    });
    const change = { customerId: first, oldPassword: earlier.password, newPassword: 'a third phrase' };
    await changePassword(giro.airline, change);
    expect(await sessionOf(giro, token)).toBeNull();
  });

  it('from before sessions knew the mark of the password goes on until it changes', async () => {
    const site = { ...giro };
    const account = { ...ana, email: 'bia@example.com' };
    const { customerId: bia } = await registerCustomer(site.airline, account);
    const token = { sub: bia, name: 'Bia', email: account.email, airline: 'giro', credentialEpoch: 1 };
    expect(await sessionOf(site, await encode({ token, secret: site.secret }))).toMatchObject({
      customerId: bia,
    });
    const older = { ...token, credentialEpoch: 0 };
    expect(await sessionOf(site, await encode({ token: older, secret: site.secret }))).toBeNull();
  });
});
