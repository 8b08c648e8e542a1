import { array, assert as check, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCopies, anyCopyOf } from '@/server/testing/customer-copies';
import { customerCopy, fakeHash } from '@/server/testing/customer-row';
import type { CustomerCopy } from './customer';
import { registrationOrder } from './email-holder';
import { isSameCustomer, mergeCustomer } from './merge-customer';

const stamp = (second: number) => `2026-12-01T10:00:0${second}.000Z-0000-giro`;
const lowerId = '00000000-0000-4000-8000-000000000001';
const higherId = '00000000-0000-4000-8000-000000000002';
const oneCopy = anyCopyOf(0);

describe('two copies of one account', () => {
  it('keep the password of the higher epoch, whichever arrives last', () => {
    const old = customerCopy({ credentialEpoch: 1, passwordHash: fakeHash(9), profileStamp: stamp(9) });
    const changed = customerCopy({ credentialEpoch: 2, passwordHash: fakeHash(1), profileStamp: stamp(1) });
    expect(mergeCustomer(changed, old)).toMatchObject({ credentialEpoch: 2, passwordHash: fakeHash(1) });
    expect(mergeCustomer(old, changed)).toMatchObject({ credentialEpoch: 2, passwordHash: fakeHash(1) });
  });

  it('keep the name that was changed last, also when the password changed elsewhere', () => {
    const renamed = customerCopy({ name: 'Ana Lima', profileStamp: stamp(5) });
    const rekeyed = customerCopy({ credentialEpoch: 2, passwordHash: fakeHash(2), profileStamp: stamp(1) });
    const merged = mergeCustomer(renamed, rekeyed);
    expect(merged).toMatchObject({ name: 'Ana Lima', credentialEpoch: 2, passwordHash: fakeHash(2) });
  });

  it('stay united once one of them is, and of two unions keep that with the lower id', () => {
    const [apart, low, high] = [null, lowerId, higherId].map((mergedInto) => customerCopy({ mergedInto }));
    if (!apart || !low || !high) throw new Error('three copies');
    expect(mergeCustomer(high, apart).mergedInto).toBe(higherId);
    expect(mergeCustomer(apart, high).mergedInto).toBe(higherId);
    expect([mergeCustomer(high, low), mergeCustomer(low, high)]).toMatchObject([
      { mergedInto: lowerId },
      { mergedInto: lowerId },
    ]);
  });

  it('end alike in whichever order they meet', () => {
    check(
      property(oneCopy, oneCopy, oneCopy, (a, b, c) => {
        expect(mergeCustomer(a, b)).toEqual(mergeCustomer(b, a));
        expect(mergeCustomer(mergeCustomer(a, b), c)).toEqual(mergeCustomer(a, mergeCustomer(b, c)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('end alike also when a lying airline opened the account twice', () => {
    const copies = [0, 1].map((place) => anyCopyOf(place).map((copy) => ({ ...copy, id: lowerId })));
    const [honest = oneCopy, lying = oneCopy] = copies;
    check(
      property(honest, lying, (a, b) => {
        expect(mergeCustomer(a, b)).toEqual(mergeCustomer(b, a));
      }),
    );
  });

  it('change nothing when they meet again', () => {
    check(
      property(oneCopy, oneCopy, (a, b) => {
        const merged = mergeCustomer(a, b);
        expect(isSameCustomer(mergeCustomer(merged, b), merged)).toBe(true);
        expect(isSameCustomer(mergeCustomer(merged, a), merged)).toBe(true);
      }),
    );
  });
});

/** What an airline has after these copies arrived in this order: its accounts by id, and who holds each e-mail. */
function replicaOf(copies: readonly CustomerCopy[]) {
  const accounts = new Map<string, CustomerCopy>();
  const holders = new Map<string, CustomerCopy>();
  for (const copy of copies) {
    const known = accounts.get(copy.id);
    const merged = known ? mergeCustomer(known, copy) : copy;
    accounts.set(copy.id, merged);
    const holder = holders.get(copy.email);
    if (!holder || registrationOrder(merged, holder) <= 0) holders.set(copy.email, merged);
  }
  const holderIds = [...holders].map(([email, { id }]) => [email, id]);
  return { accounts: [...accounts.values()].toSorted(registrationOrder), holders: holderIds.toSorted() };
}

describe('copies of several accounts', () => {
  it('end in the same accounts and the same holder of each e-mail, in any order and however often they come', () => {
    const arrivals = anyCopies.chain((copies) =>
      array(shuffledSubarray(copies), { maxLength: 3 }).chain((repeats) =>
        shuffledSubarray([...copies, ...repeats.flat()], {
          minLength: copies.length + repeats.flat().length,
        }).map((order) => ({ copies, order })),
      ),
    );
    check(
      property(arrivals, ({ copies, order }) => {
        expect(replicaOf(order)).toEqual(replicaOf(copies));
      }),
      { numRuns: 2_000 },
    );
  });
});
