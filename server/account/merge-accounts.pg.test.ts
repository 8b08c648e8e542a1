import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { outbox } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { authenticate } from '@/server/auth/authenticate';
import { type AccountAlliance, createAccountAlliance } from '@/server/testing/account-airlines';
import { replicateAll } from '@/server/testing/replicate';
import { changePassword } from './change-password';
import { customerIdsOf } from './customer-ids';
import { findCustomerById } from './find-customer';
import { getProfile } from './get-profile';
import { mergeAccounts } from './merge-accounts';
import { registerCustomer } from './register-customer';
import { unitedCustomer } from './united-customer';

let alliance: AccountAlliance;
let rumos: Airline;
let giro: Airline;
let boreal: Airline;

const email = 'ana@example.com';
const atRumos = { name: 'Ana Souza', email, password: 'correct horse' };
const atGiro = { name: 'Ana S.', email, password: 'battery staple' };
const address = '203.0.113.7';
const nobody = '00000000-0000-4000-8000-00000000dead';

/** The account at Rumos, opened first and so with the e-mail, and the one at Giro. */
let first: string;
let second: string;

beforeAll(async () => {
  alliance = await createAccountAlliance();
  ({ rumos, giro, boreal } = alliance.airlines);
});
afterAll(() => alliance.close());
beforeEach(async () => {
  await alliance.reset();
  [first, second] = await openTwo(atRumos, atGiro);
});

const secondsLater = (seconds: number) => new Date(alliance.time.now.getTime() + seconds * 1_000);

/** Opens an account at Rumos and, on the other side of a cut, one at Giro a second later; then the cut is healed. */
async function openTwo(
  one: typeof atRumos,
  other: typeof atRumos,
  { isBorealAway = false } = {},
): Promise<[string, string]> {
  alliance.cutOff('rumos', { isNoticed: true });
  const rumosId = (await registerCustomer(rumos, one)).customerId;
  alliance.time.now = secondsLater(1);
  const giroId = (await registerCustomer(giro, other)).customerId;
  alliance.heal();
  if (isBorealAway) alliance.cutOff('boreal', { isNoticed: true });
  await replicateAll(alliance.airlines);
  return [rumosId, giroId];
}

const mergedInto = async (airline: Airline, id: string) => (await findCustomerById(airline, id))?.mergedInto;

describe('an account without its e-mail', () => {
  it('is united with the first by its password, everywhere, and once', async () => {
    expect(await mergeAccounts(giro, { customerId: second, password: atRumos.password })).toEqual({
      customerId: first,
    });
    await replicateAll(alliance.airlines);
    for (const airline of [rumos, giro, boreal]) {
      expect(await mergedInto(airline, second)).toBe(first);
      expect(await customerIdsOf(airline, first)).toEqual([first, second]);
      expect(await customerIdsOf(airline, second)).toEqual([second]);
    }
    for (const customerId of [first, second]) {
      const again = mergeAccounts(boreal, { customerId, password: atRumos.password });
      expect(await again).toEqual({ customerId: first });
    }
    expect(await boreal.db.$count(outbox)).toBe(0);
  });

  it('may also be united from the first, by its own password', async () => {
    expect(await mergeAccounts(boreal, { customerId: first, password: atGiro.password })).toEqual({
      customerId: first,
    });
    expect(await mergedInto(boreal, second)).toBe(first);
  });

  it('is not united by its own password, a wrong one, or without another account', async () => {
    const { customerId: eva } = await registerCustomer(giro, { ...atGiro, email: 'eva@example.com' });
    const wrong: [string, string][] = [
      [second, atGiro.password],
      [second, 'a guess'],
      [first, atRumos.password],
      [eva, atRumos.password],
      [eva, atGiro.password],
    ];
    for (const [customerId, password] of wrong) {
      const refused = mergeAccounts(giro, { customerId, password });
      await expect(refused).rejects.toMatchObject({
        code: 'CREDENTIALS_WRONG',
        details: { field: 'password' },
      });
    }
    expect([await mergedInto(giro, first), await mergedInto(giro, second)]).toEqual([null, null]);
    await expect(mergeAccounts(giro, { customerId: nobody, password: 'x' })).rejects.toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
  });

  it('is limited for each e-mail, whichever of its accounts asks', async () => {
    const guess = (customerId: string) => mergeAccounts(giro, { customerId, password: 'a guess' });
    for (const customerId of [first, second, first, second, first]) {
      await expect(guess(customerId)).rejects.toMatchObject({ code: 'CREDENTIALS_WRONG' });
    }
    await expect(guess(second)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('that went into one which then went into a third is the third’s: so are the ids of all', async () => {
    await alliance.reset();
    alliance.cutOff('boreal', { isNoticed: true });
    const { customerId: third } = await registerCustomer(boreal, { ...atGiro, password: 'third password' });
    alliance.time.now = secondsLater(1);
    const [one, other] = await openTwo(atRumos, atGiro, { isBorealAway: true });
    await mergeAccounts(giro, { customerId: other, password: atRumos.password });
    alliance.heal();
    await replicateAll(alliance.airlines);
    await mergeAccounts(rumos, { customerId: one, password: 'third password' });
    await replicateAll(alliance.airlines);
    expect((await customerIdsOf(giro, third)).toSorted()).toEqual([third, one, other].toSorted());
    expect(await customerIdsOf(giro, nobody)).toEqual([nobody]);
    const united = await findCustomerById(giro, other);
    expect(united && (await unitedCustomer(giro, united)).id).toBe(third);
  });
});

describe('the profile', () => {
  it('tells of the other account, and what became of it', async () => {
    const other = { homeAirline: 'rumos', createdAt: secondsLater(-1).toISOString() };
    const later = { homeAirline: 'giro', createdAt: secondsLater(0).toISOString() };
    expect((await getProfile(boreal, { customerId: second })).otherAccounts).toEqual([
      { relation: 'earlier', ...other },
    ]);
    expect((await getProfile(boreal, { customerId: first })).otherAccounts).toEqual([
      { relation: 'later', ...later },
    ]);
    await mergeAccounts(boreal, { customerId: second, password: atRumos.password });
    expect((await getProfile(boreal, { customerId: first })).otherAccounts).toEqual([
      { relation: 'united', ...later },
    ]);
  });
});

describe('signing in with an e-mail of two accounts', () => {
  const signIn = (airline: Airline, password: string) => authenticate(airline, { email, password, address });

  it('opens the one that the password is of', async () => {
    for (const airline of [rumos, giro, boreal]) {
      expect(await signIn(airline, atRumos.password)).toMatchObject({ customerId: first });
      expect(await signIn(airline, atGiro.password)).toMatchObject({ customerId: second });
      expect(await signIn(airline, 'a guess')).toBeNull();
    }
    expect([await mergedInto(boreal, first), await mergedInto(boreal, second)]).toEqual([null, null]);
  });

  it('costs a wrong password as much as an unknown e-mail', async () => {
    let hashes = 0;
    const count = async () => {
      hashes += 1;
      return false;
    };
    await authenticate(boreal, { email, password: 'a guess', address }, count);
    expect(hashes).toBe(3);
    await authenticate(boreal, { email: 'eva@example.com', password: 'a guess', address }, count);
    expect(hashes).toBe(6);
  });

  it('unites both when the password opens both', async () => {
    await alliance.reset();
    const [one, other] = await openTwo(atRumos, { ...atGiro, password: atRumos.password });
    expect(await signIn(boreal, atRumos.password)).toMatchObject({ customerId: one, name: 'Ana Souza' });
    await replicateAll(alliance.airlines);
    expect([await mergedInto(rumos, other), await mergedInto(giro, other)]).toEqual([one, one]);
    expect(await signIn(giro, atRumos.password)).toMatchObject({ customerId: one });
  });

  it('with the password of the united one opens nothing any more', async () => {
    await mergeAccounts(giro, { customerId: second, password: atRumos.password });
    expect(await signIn(giro, atGiro.password)).toBeNull();
    expect(await signIn(giro, atRumos.password)).toMatchObject({ customerId: first });
  });
});

describe('a password change after a union', () => {
  it('raises the epoch of every account that was united, so that their sessions end too', async () => {
    await mergeAccounts(giro, { customerId: second, password: atRumos.password });
    await changePassword(giro, {
      customerId: first,
      oldPassword: atRumos.password,
      newPassword: 'a third password',
    });
    await replicateAll(alliance.airlines);
    expect(await findCustomerById(boreal, first)).toMatchObject({ credentialEpoch: 2 });
    expect(await findCustomerById(boreal, second)).toMatchObject({ credentialEpoch: 2 });
  });
});
