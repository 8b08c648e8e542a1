import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { customers } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { type AccountAlliance, createAccountAlliance } from '@/server/testing/account-airlines';
import { customerCopy } from '@/server/testing/customer-row';
import { customerEntity } from './customer-entity';
import { toRecord } from './customer-messages';

let alliance: AccountAlliance;
let rumos: Airline;
let giro: Airline;

beforeAll(async () => {
  alliance = await createAccountAlliance();
  ({ rumos, giro } = alliance.airlines);
});
afterAll(() => alliance.close());
beforeEach(() => alliance.reset());

const record = toRecord(customerCopy());

/** Applies one state as an entry of Rumos's log. */
function applyState(state: unknown, id = record.id) {
  const changes = [{ id, seq: 7, state }];
  return giro.db.transaction((tx) =>
    customerEntity.apply(tx, giro, { origin: 'rumos', changes, isLate: false }),
  );
}

const accountsAt = (airline: Airline) => airline.db.$count(customers);

describe('a state in the log', () => {
  it('is written by any airline about any account, and what it does not know is passed over', async () => {
    expect(await applyState({ ...record, homeAirline: 'boreal', loyaltyNumber: '1' })).toEqual([]);
    expect(await accountsAt(giro)).toBe(1);
  });

  it.each(['registeredStamp', 'profileStamp'])('with a %s of more than 60 s ahead waits', async (field) => {
    const ahead = (ms: number) => new Date(alliance.time.now.getTime() + ms).toISOString();
    const state = { ...record, [field]: `${ahead(60_001)}-0000-rumos` };
    expect(await applyState(state)).toEqual([{ seq: 7, reason: 'future' }]);
    expect(await accountsAt(giro)).toBe(0);
    expect(await applyState({ ...record, [field]: `${ahead(60_000)}-0000-rumos` })).toEqual([]);
    expect(await accountsAt(giro)).toBe(1);
  });

  it.each([
    ['a weak hash', { passwordHash: record.passwordHash.replace('m=19456', 'm=8') }],
    ['a ruinously dear hash', { passwordHash: record.passwordHash.replace('m=19456', 'm=999999') }],
    ['no hash', { passwordHash: 'correct horse' }],
    ['another id', { id: '00000000-0000-4000-8000-00000000dead' }],
    ['no e-mail', { email: "'; drop table customers; --" }],
    ['an epoch beyond reach', { credentialEpoch: 1_000_001 }],
    ['no timestamp', { profileStamp: '2026-12-01' }],
    ['an unknown airline', { homeAirline: 'varig' }],
  ])('with %s is not read and keeps nothing else from being written', async (_what, change) => {
    const other = customerCopy({ id: '00000000-0000-4000-8000-000000000003', email: 'eva@example.com' });
    const changes = [
      { id: record.id, seq: 7, state: { ...record, ...change } },
      { id: other.id, seq: 8, state: toRecord(other) },
    ];
    const rejected = await giro.db.transaction((tx) =>
      customerEntity.apply(tx, giro, { origin: 'rumos', changes, isLate: false }),
    );
    expect(rejected).toEqual([{ seq: 7, reason: 'unreadable' }]);
    expect(await accountsAt(giro)).toBe(1);
  });

  it.each([null, 1, 'x', []])('that is %j is not read', async (state) => {
    expect(await applyState(state)).toEqual([{ seq: 7, reason: 'unreadable' }]);
  });
});

describe('a snapshot', () => {
  it('goes through all accounts, whoever opened them, in pages, and is applied to the same checksum', async () => {
    const copies = Array.from({ length: 25 }, (_, place) =>
      customerCopy({
        id: `00000000-0000-4000-8000-${String((place * 7) % 25).padStart(12, '0')}`,
        email: `ana${place % 20}@example.com`,
        homeAirline: place % 2 ? 'giro' : 'boreal',
        mergedInto: place === 24 ? customerCopy().id : null,
      }),
    );
    for (const copy of copies) expect(await applyState(toRecord(copy), copy.id)).toEqual([]);

    let after: string | null = null;
    let pages = 0;
    for (;;) {
      const page = await customerEntity.readPage(giro.db, giro, { after, limit: 10 });
      if (page.length === 0) break;
      const changes = page.map((entry) => ({ ...entry, seq: 1 }));
      await rumos.db.transaction((tx) =>
        customerEntity.apply(tx, rumos, { origin: 'giro', changes, isLate: false }),
      );
      after = page.at(-1)?.id ?? null;
      pages += 1;
    }
    expect(pages).toBe(3);
    const sums = [rumos, giro].map((airline) => customerEntity.checksum(airline.db, airline, 'giro'));
    const [there, here] = await Promise.all(sums);
    expect(there).toEqual(here);
    expect(here).toMatchObject({ count: 25, sum: expect.stringMatching(/^-?\d+$/) });
    expect(await customerEntity.listOwnIds(rumos.db, rumos)).toHaveLength(25);
  });

  it('forgets nothing', async () => {
    await applyState(record);
    await giro.db.transaction((tx) => customerEntity.sweep(tx, giro, { origin: 'rumos', seq: 9 }));
    expect(await accountsAt(giro)).toBe(1);
  });

  it.each([
    ['name', 'Ana Lima'],
    ['credential_epoch', 2],
    ['holds_email', false],
    ['merged_into', '00000000-0000-4000-8000-000000000001'],
  ])('has another checksum when %s differs', async (column, value) => {
    await applyState(record);
    const before = await customerEntity.checksum(giro.db, giro, 'giro');
    const { sql } = alliance.databases.giro;
    await sql`update customers set ${sql({ [column]: value })}`;
    expect(await customerEntity.checksum(giro.db, giro, 'giro')).not.toEqual(before);
  });

  it('tells of the accounts that are here among the ids asked for', async () => {
    await applyState(record);
    const ids = ['00000000-0000-4000-8000-00000000dead', record.id];
    expect(await customerEntity.readStates(giro.db, giro, ids)).toEqual([{ id: record.id, state: record }]);
  });
});
