import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { outbox } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { type AccountAlliance, createAccountAlliance } from '@/server/testing/account-airlines';
import { customerCopy } from '@/server/testing/customer-row';
import { replicateAll } from '@/server/testing/replicate';
import { changePassword } from './change-password';
import type { CustomerCopy } from './customer';
import { toRecord } from './customer-messages';
import { findCustomerByEmail } from './find-customer';
import { findCustomerForPeer } from './find-customer-for-peer';
import { getProfile } from './get-profile';
import { registerCustomer } from './register-customer';
import { updateProfile } from './update-profile';

let alliance: AccountAlliance;
let rumos: Airline;
let giro: Airline;
let boreal: Airline;

const ana = { name: 'Ana Souza', email: 'ana@example.com', password: 'correct horse' };
const nobody = '00000000-0000-4000-8000-00000000dead';

beforeAll(async () => {
  alliance = await createAccountAlliance();
  ({ rumos, giro, boreal } = alliance.airlines);
});
afterAll(() => alliance.close());
beforeEach(() => alliance.reset());

const anaAt = (airline: Airline) => findCustomerByEmail(airline, ana.email);

describe('registering', () => {
  it('opens the account here and, with the log, at both peers', async () => {
    const { customerId } = await registerCustomer(giro, ana);
    await replicateAll(alliance.airlines);
    const row = await anaAt(giro);
    expect(row).toMatchObject({ id: customerId, name: ana.name, homeAirline: 'giro', credentialEpoch: 1 });
    expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect([await anaAt(rumos), await anaAt(boreal)]).toEqual([row, row]);
  });

  it('with the same e-mail again is refused at every airline and changes nothing', async () => {
    await registerCustomer(giro, ana);
    await replicateAll(alliance.airlines);
    const before = await anaAt(giro);
    for (const airline of [rumos, giro, boreal]) {
      const again = registerCustomer(airline, { ...ana, name: 'Eva' });
      await expect(again).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
    }
    expect([await anaAt(rumos), await anaAt(giro), await anaAt(boreal)]).toEqual([before, before, before]);
  });

  it('asks the peers, because one may hold an account that never reached this airline', async () => {
    await registerCustomer(giro, ana);
    await expect(registerCustomer(rumos, ana)).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
  });

  it('of one e-mail by twenty at once succeeds once', async () => {
    const tries = Array.from({ length: 20 }, () => registerCustomer(rumos, ana));
    const results = await Promise.allSettled(tries);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
    expect(new Set(reasons)).toEqual(new Set(['EMAIL_TAKEN']));
  });

  it('works while both peers are silent, and does not call those known to be', async () => {
    alliance.cutOff('rumos', { isNoticed: false });
    alliance.cutOff('boreal', { isNoticed: true });
    const { customerId } = await registerCustomer(giro, ana);
    expect(await anaAt(giro)).toMatchObject({ id: customerId });
    expect(new Set(alliance.calls.map(({ to }) => to))).toEqual(new Set(['rumos']));
  });

  it('is limited for each address', async () => {
    const address = '203.0.113.7';
    const taken = async (): Promise<string> => {
      const failure = await registerCustomer(giro, { ...ana, address }).catch((error) => error.code);
      return typeof failure === 'string' ? failure : 'registered';
    };
    const answers: string[] = [];
    for (let request = 0; request < 11; request++) answers.push(await taken());
    expect(answers).toEqual(['registered', ...new Array(9).fill('EMAIL_TAKEN'), 'RATE_LIMITED']);
    const elsewhere = registerCustomer(giro, { ...ana, address: '203.0.113.8' });
    await expect(elsewhere).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
  });
});

describe('the profile', () => {
  it('is read without the password hash', async () => {
    const { customerId } = await registerCustomer(giro, ana);
    await replicateAll(alliance.airlines);
    expect(await getProfile(rumos, { customerId })).toEqual({
      customerId,
      name: 'Ana Souza',
      email: 'ana@example.com',
      homeAirline: 'giro',
      createdAt: '2026-12-01T12:00:00.000Z',
      otherAccounts: [],
    });
  });

  it('changes at every airline, from whichever the customer is at', async () => {
    const { customerId } = await registerCustomer(giro, ana);
    await replicateAll(alliance.airlines);
    await updateProfile(boreal, { customerId, name: 'Ana Lima' });
    await replicateAll(alliance.airlines);
    const rows = [await anaAt(rumos), await anaAt(giro), await anaAt(boreal)];
    expect(rows.map((row) => row?.name)).toEqual(['Ana Lima', 'Ana Lima', 'Ana Lima']);
  });

  it('changes later than it did elsewhere, also by a clock that is behind', async () => {
    const { customerId } = await registerCustomer(giro, ana);
    await updateProfile(giro, { customerId, name: 'Ana Lima' });
    await replicateAll(alliance.airlines);
    const minuteBehind = new Date(alliance.time.now.getTime() - 50_000);
    const behind: Airline = { ...boreal, clock: { now: () => minuteBehind } };
    await updateProfile(behind, { customerId, name: 'Ana Souza Lima' });
    await replicateAll(alliance.airlines);
    expect([await anaAt(rumos), await anaAt(giro)]).toMatchObject([
      { name: 'Ana Souza Lima' },
      { name: 'Ana Souza Lima' },
    ]);
  });

  it('changes nothing and tells nobody when the same name comes again', async () => {
    const { customerId } = await registerCustomer(giro, ana);
    await updateProfile(giro, { customerId, name: 'Ana Lima' });
    const before = await anaAt(giro);
    const noted = () => giro.db.$count(outbox);
    expect(await noted()).toBe(2);
    await updateProfile(giro, { customerId, name: 'Ana Lima' });
    expect([await anaAt(giro), await noted()]).toEqual([before, 2]);
  });

  it('of an account that is gone is refused', async () => {
    const gone = { customerId: nobody };
    await expect(getProfile(giro, gone)).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    await expect(updateProfile(giro, { ...gone, name: 'Eva' })).rejects.toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
  });
});

describe('a password change', () => {
  const change = { oldPassword: ana.password, newPassword: 'battery staple' };

  it('raises the epoch and reaches every airline', async () => {
    const { customerId } = await registerCustomer(giro, ana);
    await replicateAll(alliance.airlines);
    expect(await changePassword(boreal, { customerId, ...change })).toEqual({ credentialEpoch: 2 });
    await replicateAll(alliance.airlines);
    const row = await anaAt(boreal);
    expect([await anaAt(rumos), await anaAt(giro)]).toEqual([row, row]);
  });

  it('needs the old password', async () => {
    const { customerId } = await registerCustomer(giro, ana);
    const before = await anaAt(giro);
    const wrong = changePassword(giro, { customerId, ...change, oldPassword: 'incorrect horse' });
    await expect(wrong).rejects.toMatchObject({ code: 'CREDENTIALS_WRONG' });
    expect(await anaAt(giro)).toEqual(before);
  });

  it('sent twice is done once', async () => {
    const { customerId } = await registerCustomer(giro, ana);
    const both = await Promise.allSettled([1, 2].map(() => changePassword(giro, { customerId, ...change })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await anaAt(giro)).toMatchObject({ credentialEpoch: 2 });
  });

  it('of an account that is gone is refused', async () => {
    const gone = changePassword(giro, { customerId: nobody, ...change });
    await expect(gone).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });

  it('is limited for each account', async () => {
    const { customerId } = await registerCustomer(giro, ana);
    const guess = () => changePassword(giro, { customerId, ...change, oldPassword: 'a guess' });
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(guess()).rejects.toMatchObject({ code: 'CREDENTIALS_WRONG' });
    }
    await expect(guess()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });
});

describe('a peer', () => {
  it('is told of an account also by an airline that only has a copy', async () => {
    await registerCustomer(giro, ana);
    await replicateAll(alliance.airlines);
    const { accounts } = await findCustomerForPeer(rumos, 'boreal', ana);
    expect(accounts).toMatchObject([{ homeAirline: 'giro', email: ana.email }]);
    expect(await findCustomerForPeer(rumos, 'boreal', { email: 'eva@example.com' })).toEqual({
      accounts: [],
    });
  });

  it('that answers about somebody else than was asked for changes nothing', async () => {
    const lying = withPeersSaying(customerCopy({ email: 'eva@example.com' }));
    await registerCustomer(lying, ana);
    expect(await findCustomerByEmail(rumos, 'eva@example.com')).toBeNull();
  });

  it('with a clock far ahead is believed that the e-mail is taken, and not written down', async () => {
    const registeredStamp = '2026-12-01T12:01:30.000Z-0000-giro';
    const ahead = withPeersSaying(customerCopy({ registeredStamp }));
    await expect(registerCustomer(ahead, ana)).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
    expect(await anaAt(rumos)).toBeNull();
  });

  /** Rumos, whose peers answer this to every question for an account. */
  function withPeersSaying(copy: CustomerCopy): Airline {
    const { call } = rumos.peers;
    const answering: Airline['peers']['call'] = async (...asked) => {
      const [, procedure] = asked;
      if (procedure.name !== 'findCustomer') return call(...asked);
      return procedure.output.parse({ accounts: [toRecord(copy)] });
    };
    return { ...rumos, peers: { ...rumos.peers, call: answering } };
  }
});
