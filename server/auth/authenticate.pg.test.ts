import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changePassword } from '@/server/account/change-password';
import { type VerifyPassword, verifyPassword } from '@/server/account/password-hash';
import { registerCustomer } from '@/server/account/register-customer';
import type { Airline } from '@/server/airline';
import { type AccountAlliance, createAccountAlliance } from '@/server/testing/account-airlines';
import { replicateAll } from '@/server/testing/replicate';
import { authenticate } from './authenticate';

let alliance: AccountAlliance;
let rumos: Airline;
let giro: Airline;
let boreal: Airline;

const ana = { name: 'Ana Souza', email: 'ana@example.com', password: 'correct horse' };
const signIn = { email: ana.email, password: ana.password, address: '203.0.113.7' };

beforeAll(async () => {
  alliance = await createAccountAlliance();
  ({ rumos, giro, boreal } = alliance.airlines);
});
afterAll(() => alliance.close());
beforeEach(() => alliance.reset());

describe('signing in', () => {
  it('answers who it is, at every airline', async () => {
    const { customerId } = await registerCustomer(giro, ana);
    await replicateAll(alliance.airlines);
    for (const airline of [rumos, giro, boreal]) {
      const customer = await authenticate(airline, { ...signIn, email: ' ANA@example.com ' });
      const { name, email } = ana;
      expect(customer).toMatchObject({ customerId, name, email, credentialEpoch: 1 });
      expect(JSON.stringify(customer)).not.toContain('argon2');
    }
  });

  it('answers nobody for a wrong password, an unknown e-mail and text that is no e-mail', async () => {
    await registerCustomer(giro, ana);
    expect(await authenticate(giro, { ...signIn, password: 'incorrect horse' })).toBeNull();
    expect(await authenticate(giro, { ...signIn, email: 'eva@example.com' })).toBeNull();
    expect(await authenticate(giro, { ...signIn, email: "' or 1=1 --" })).toBeNull();
    expect(await authenticate(giro, { ...signIn, email: 'ana\u0000@example.com' })).toBeNull();
    expect(await authenticate(giro, { ...signIn, password: '' })).toBeNull();
  });

  it('does the same work whether the e-mail is unknown or the password wrong', async () => {
    await registerCustomer(giro, ana);
    const workFor = async (email: string) => {
      let hashes = 0;
      const verify: VerifyPassword = (passwordHash, password) => {
        hashes += 1;
        return verifyPassword(passwordHash, password);
      };
      alliance.calls.length = 0;
      const customer = await authenticate(giro, { ...signIn, email, password: 'incorrect horse' }, verify);
      return { customer, hashes, calls: alliance.calls.map(({ to, procedure }) => `${procedure} ${to}`) };
    };
    const known = await workFor(ana.email);
    expect(known).toEqual({
      customer: null,
      hashes: 3,
      calls: ['findCustomer rumos', 'findCustomer boreal'],
    });
    expect(await workFor('eva@example.com')).toEqual(known);
  });

  it('works with an account that never reached this airline, and keeps it for when its home is down', async () => {
    await registerCustomer(giro, ana);
    expect(await authenticate(rumos, signIn)).toMatchObject({ email: ana.email });
    alliance.cutOff('giro', { isNoticed: true });
    alliance.cutOff('boreal', { isNoticed: true });
    expect(await authenticate(rumos, signIn)).toMatchObject({ email: ana.email });
  });

  it('takes the new password at an airline that missed its change', async () => {
    const { customerId } = await registerCustomer(giro, ana);
    await replicateAll(alliance.airlines);
    const newPassword = 'battery staple';
    await changePassword(giro, { customerId, oldPassword: ana.password, newPassword });
    expect(await authenticate(rumos, { ...signIn, password: newPassword })).toMatchObject({
      credentialEpoch: 2,
    });
    expect(await authenticate(rumos, signIn)).toBeNull();
  });

  it('works while both peers are silent', async () => {
    await registerCustomer(giro, ana);
    alliance.cutOff('rumos', { isNoticed: false });
    alliance.cutOff('boreal', { isNoticed: false });
    expect(await authenticate(giro, signIn)).toMatchObject({ email: ana.email });
    expect(await authenticate(giro, { ...signIn, password: 'incorrect horse' })).toBeNull();
  });
});

describe('guessing', () => {
  it('at one account is stopped from whatever addresses, for the right password too', async () => {
    await registerCustomer(giro, ana);
    for (let guess = 0; guess < 10; guess++) {
      const address = `203.0.113.${guess}`;
      expect(await authenticate(giro, { email: ana.email, password: 'a guess', address })).toBeNull();
    }
    const right = authenticate(giro, { ...signIn, address: '203.0.113.99' });
    await expect(right).rejects.toMatchObject({ code: 'RATE_LIMITED', details: { retryAfterSeconds: 60 } });
  });

  it('from one address is stopped over whatever accounts, and nobody else is', async () => {
    await registerCustomer(giro, ana);
    const address = '198.51.100.1';
    for (let guess = 0; guess < 30; guess++) {
      expect(
        await authenticate(giro, { email: `a${guess}@example.com`, password: 'a guess', address }),
      ).toBeNull();
    }
    const next = authenticate(giro, { ...signIn, address });
    await expect(next).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(await authenticate(giro, signIn)).toMatchObject({ email: ana.email });
  });
});
