import { array, asyncProperty, assert as check, shuffledSubarray } from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { customers } from '@/db/schema';
import { anyCopies } from '@/server/testing/customer-copies';
import { customerCopy, fakeHash } from '@/server/testing/customer-row';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { applyCustomers } from './apply-customers';
import type { CustomerCopy, CustomerRow } from './customer';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(8);
});
afterAll(() => database.drop());
beforeEach(() => database.db.delete(customers));

const apply = (...copies: CustomerCopy[]) => database.db.transaction((tx) => applyCustomers(tx, copies));
const rows = (): Promise<CustomerRow[]> => database.db.select().from(customers).orderBy(customers.id);

const later = customerCopy({
  id: '00000000-0000-4000-8000-000000000001',
  homeAirline: 'rumos',
  createdAt: new Date('2026-11-30T11:00:00.000Z'),
  registeredStamp: '2026-11-30T11:00:00.000Z-0000-rumos',
});
const earlier = customerCopy({ id: '00000000-0000-4000-8000-000000000002' });
const bothKept = [
  { ...later, holdsEmail: false },
  { ...earlier, holdsEmail: true },
];

describe('a copy of an account', () => {
  it('is kept as it was sent, once', async () => {
    await apply(customerCopy());
    await apply(customerCopy(), customerCopy());
    expect(await rows()).toEqual([{ ...customerCopy(), holdsEmail: true }]);
  });

  it('that is stale never restores an old password or name', async () => {
    const current = customerCopy({
      credentialEpoch: 2,
      passwordHash: fakeHash(2),
      name: 'Ana Lima',
      profileStamp: '2026-12-01T10:00:00.000Z-0000-boreal',
    });
    await apply(current);
    await apply(customerCopy());
    expect(await rows()).toEqual([{ ...current, holdsEmail: true }]);
  });

  it('is kept once when it arrives many times at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => apply(customerCopy())));
    expect(await rows()).toEqual([{ ...customerCopy(), holdsEmail: true }]);
  });

  it('is noted for nobody: it is in its author’s log already', async () => {
    await apply(earlier, later);
    expect(await database.sql`select * from outbox`).toHaveLength(0);
  });
});

describe('two accounts that were opened with one e-mail', () => {
  it('are both kept in whichever order they come, the earlier one with the e-mail', async () => {
    await apply(later);
    await apply(earlier);
    expect(await rows()).toEqual(bothKept);
    await database.db.delete(customers);
    await apply(earlier, later);
    expect(await rows()).toEqual(bothKept);
  });

  it('are both kept when they arrive at once', async () => {
    for (let round = 0; round < 20; round++) {
      await database.db.delete(customers);
      await Promise.all([apply(earlier), apply(later), apply(earlier, later), apply(later, earlier)]);
      expect(await rows()).toEqual(bothKept);
    }
  });

  it('still take each its own changes', async () => {
    await apply(earlier, later);
    await apply({ ...later, credentialEpoch: 2, passwordHash: fakeHash(7) });
    expect(await rows()).toMatchObject([
      { id: later.id, holdsEmail: false, credentialEpoch: 2, passwordHash: fakeHash(7) },
      { id: earlier.id, holdsEmail: true, credentialEpoch: 1 },
    ]);
  });
});

describe('copies of several accounts', () => {
  it('end in the same rows and one holder of each e-mail, in any order and however often they come', async () => {
    const arrivals = anyCopies.chain((copies) => {
      const some = shuffledSubarray(copies);
      return array(some, { maxLength: 4 }).chain((batches) =>
        shuffledSubarray(copies, { minLength: copies.length }).map((last) => ({ copies, batches, last })),
      );
    });
    await check(
      asyncProperty(arrivals, async ({ copies, batches, last }) => {
        await database.db.delete(customers);
        await apply(...copies);
        const expected = await rows();
        await database.db.delete(customers);
        for (const batch of batches) await apply(...batch);
        for (const copy of last) await apply(copy);
        expect(await rows()).toEqual(expected);
        const holders = expected.filter(({ holdsEmail }) => holdsEmail).map(({ email }) => email);
        expect(holders.toSorted()).toEqual([...new Set(copies.map(({ email }) => email))].toSorted());
      }),
      { numRuns: 40, seed: 20_261_121 },
    );
  });

  it('arrive at once in batches that overlap without one waiting for another for ever', async () => {
    const copies = Array.from({ length: 300 }, (_, place) =>
      customerCopy({
        id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
        email: `ana${place % 200}@example.com`,
      }),
    );
    const batches = [copies, copies.toReversed(), copies.slice(100), copies.slice(0, 200).toReversed()];
    await Promise.all(batches.map((batch) => apply(...batch)));
    const kept = await rows();
    expect(kept).toHaveLength(300);
    expect(kept.filter(({ holdsEmail }) => holdsEmail)).toHaveLength(200);
  });
});

describe('the row itself', () => {
  const update = (statement: string) => database.sql.unsafe(`update customers set ${statement}`);

  it('refuses a lower epoch, a union taken back, a union with a higher id and another id', async () => {
    const { id } = earlier;
    await apply({ ...customerCopy(), credentialEpoch: 2, mergedInto: id });
    await expect(update('credential_epoch = 1')).rejects.toThrow('an old password never returns');
    await expect(update('merged_into = null')).rejects.toThrow('accounts are united for good');
    await expect(update(`merged_into = '${customerCopy().id}'`)).rejects.toThrow('the lower id stays');
    await expect(update(`id = '${id}'`)).rejects.toThrow('an account keeps its id');
  });

  it('refuses a second holder of an e-mail', async () => {
    await apply(earlier, later);
    await expect(update('holds_email = true')).rejects.toThrow('customers_email_holder');
  });
});
