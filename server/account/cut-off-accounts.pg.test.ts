import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { customers, setAsideChanges } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { authenticate } from '@/server/auth/authenticate';
import { replicationOf } from '@/server/replicated-entities';
import { retrySetAside } from '@/server/replication/exchange/retry-set-aside';
import { type AccountAlliance, createAccountAlliance } from '@/server/testing/account-airlines';
import { replicateAll } from '@/server/testing/replicate';
import { changePassword } from './change-password';
import { customerEntity } from './customer-entity';
import { findCustomerByEmail, listCustomersByEmail } from './find-customer';
import { registerCustomer } from './register-customer';
import { updateProfile } from './update-profile';

let alliance: AccountAlliance;
let rumos: Airline;
let giro: Airline;
let boreal: Airline;

const ana = { name: 'Ana Souza', email: 'ana@example.com', password: 'correct horse' };
const address = '203.0.113.7';

beforeAll(async () => {
  alliance = await createAccountAlliance();
  ({ rumos, giro, boreal } = alliance.airlines);
});
afterAll(() => alliance.close());
beforeEach(() => alliance.reset());

const replicate = () => replicateAll(alliance.airlines);
const everywhere = () => [rumos, giro, boreal];
const signIn = (airline: Airline, password: string) =>
  authenticate(airline, { email: ana.email, password, address });

async function expectEqualEverywhere(): Promise<void> {
  const sums = everywhere().map((airline) => customerEntity.checksum(airline.db, airline, 'rumos'));
  const [one, ...others] = await Promise.all(sums);
  expect(others).toEqual([one, one]);
}

describe('an account', () => {
  it('opens at the other two while its home is dead', async () => {
    const { customerId } = await registerCustomer(giro, ana);
    await replicate();
    alliance.cutOff('giro', { isNoticed: false });
    expect(await signIn(rumos, ana.password)).toMatchObject({ customerId });
    expect(await signIn(boreal, ana.password)).toMatchObject({ customerId });
    expect(await signIn(boreal, 'a guess')).toBeNull();
  });

  it('of an airline that died before its log was read opens nowhere, until it is back', async () => {
    const { customerId } = await registerCustomer(giro, ana);
    alliance.cutOff('giro', { isNoticed: true });
    await replicate();
    expect(await signIn(boreal, ana.password)).toBeNull();
    alliance.heal();
    await replicate();
    expect(await signIn(boreal, ana.password)).toMatchObject({ customerId });
  });
});

describe('one e-mail registered on both sides of a cut', () => {
  it('ends at every airline with the first account, and the other one kept', async () => {
    alliance.cutOff('rumos', { isNoticed: true });
    const { customerId: first } = await registerCustomer(rumos, ana);
    alliance.time.now = new Date(alliance.time.now.getTime() + 1);
    const { customerId: second } = await registerCustomer(giro, { ...ana, name: 'Ana S.' });
    alliance.heal();
    await replicate();
    for (const airline of everywhere()) {
      expect(await listCustomersByEmail(airline, ana.email)).toMatchObject([
        { id: first, name: 'Ana Souza', holdsEmail: true, homeAirline: 'rumos' },
        { id: second, name: 'Ana S.', holdsEmail: false, homeAirline: 'giro' },
      ]);
      await expect(registerCustomer(airline, ana)).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
    }
    await expectEqualEverywhere();
  });
});

describe('a password', () => {
  it('changed on both sides of a cut ends as one of the two everywhere, and the other opens nothing', async () => {
    const { customerId } = await registerCustomer(giro, ana);
    await replicate();
    alliance.cutOff('rumos', { isNoticed: true });
    const change = { customerId, oldPassword: ana.password };
    await changePassword(rumos, { ...change, newPassword: 'changed at rumos' });
    await changePassword(giro, { ...change, newPassword: 'changed at giro' });
    expect(await signIn(rumos, 'changed at rumos')).toMatchObject({ credentialEpoch: 2 });
    alliance.heal();
    await replicate();
    const opened = await Promise.all(
      everywhere().map(async (airline) => [
        Boolean(await signIn(airline, 'changed at rumos')),
        Boolean(await signIn(airline, 'changed at giro')),
        Boolean(await signIn(airline, ana.password)),
      ]),
    );
    const [decided = []] = opened;
    expect(decided.filter(Boolean)).toHaveLength(1);
    expect(decided[2]).toBe(false);
    expect(opened).toEqual([decided, decided, decided]);
    await expectEqualEverywhere();
  });

  it('from before never comes back from an airline that missed the change and renamed the account', async () => {
    const { customerId } = await registerCustomer(giro, ana);
    await replicate();
    alliance.cutOff('boreal', { isNoticed: true });
    await changePassword(giro, { customerId, oldPassword: ana.password, newPassword: 'battery staple' });
    await replicate();
    await updateProfile(boreal, { customerId, name: 'Ana Lima' });
    alliance.heal();
    await replicate();
    for (const airline of everywhere()) {
      expect(await signIn(airline, ana.password)).toBeNull();
      expect(await signIn(airline, 'battery staple')).toMatchObject({ name: 'Ana Lima', credentialEpoch: 2 });
    }
    await expectEqualEverywhere();
  });
});

describe('an airline whose clock is 90 s ahead', () => {
  it('waits to be believed until its time has come, and nothing is lost', async () => {
    const { now } = alliance.time;
    const fast = Object.assign(giro, {
      clock: { now: () => new Date(alliance.time.now.getTime() + 90_000) },
    });
    try {
      const { customerId } = await registerCustomer(fast, ana);
      await replicate();
      expect(await findCustomerByEmail(rumos, ana.email)).toBeNull();
      expect(await rumos.db.select().from(setAsideChanges)).toMatchObject([{ reason: 'future' }]);
      await expect(registerCustomer(rumos, ana)).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });

      alliance.time.now = new Date(now.getTime() + 31_000);
      for (const airline of [rumos, boreal]) await retrySetAside(replicationOf(airline), ['future']);
      for (const airline of everywhere()) {
        expect(await airline.db.select().from(customers)).toMatchObject([{ id: customerId }]);
      }
    } finally {
      giro.clock = { now: () => alliance.time.now };
    }
  });
});
