import { assert as check, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerRow, fakeHash } from '@/server/testing/customer-row';
import { isSameCustomer, mergeCustomer } from './merge-customer';

const instant = (second: number) => new Date(Date.UTC(2026, 11, 1, 0, 0, second));

/** Few values on purpose, so that ties and equal copies are common. */
const anyCopy = record({
  credentialEpoch: integer({ min: 1, max: 3 }),
  passwordHash: constantFrom(fakeHash(1), fakeHash(2), fakeHash(3)),
  name: constantFrom('Ana Souza', 'Ana S.', 'Ana Lima'),
  updatedAt: integer({ min: 0, max: 3 }).map(instant),
}).map(customerRow);

describe('two copies of one account', () => {
  it('keep the password of the higher epoch, whichever arrives last', () => {
    const old = customerRow({ credentialEpoch: 1, passwordHash: fakeHash(9), updatedAt: instant(50) });
    const changed = customerRow({ credentialEpoch: 2, passwordHash: fakeHash(1), updatedAt: instant(1) });
    expect(mergeCustomer(changed, old)).toMatchObject({ credentialEpoch: 2, passwordHash: fakeHash(1) });
    expect(mergeCustomer(old, changed)).toMatchObject({ credentialEpoch: 2, passwordHash: fakeHash(1) });
  });

  it('keep the name that was changed last, also when the password changed elsewhere', () => {
    const renamed = customerRow({ name: 'Ana Lima', updatedAt: instant(5) });
    const rekeyed = customerRow({ credentialEpoch: 2, passwordHash: fakeHash(2), updatedAt: instant(1) });
    const merged = mergeCustomer(renamed, rekeyed);
    expect(merged).toMatchObject({ name: 'Ana Lima', credentialEpoch: 2, passwordHash: fakeHash(2) });
  });

  it('never change the identity, the e-mail or the home', () => {
    const known = customerRow();
    const other = { email: 'eve@example.com', homeAirline: 'rumos', createdAt: instant(9) } as const;
    const merged = mergeCustomer(
      known,
      customerRow({ ...other, credentialEpoch: 3, updatedAt: instant(59) }),
    );
    expect(merged).toMatchObject({ email: known.email, homeAirline: 'giro', createdAt: known.createdAt });
  });

  it('end alike in whichever order they meet', () => {
    check(
      property(anyCopy, anyCopy, anyCopy, (a, b, c) => {
        expect(isSameCustomer(mergeCustomer(a, b), mergeCustomer(b, a))).toBe(true);
        const oneWay = mergeCustomer(mergeCustomer(a, b), c);
        expect(isSameCustomer(oneWay, mergeCustomer(a, mergeCustomer(b, c)))).toBe(true);
      }),
    );
  });

  it('change nothing when they meet again', () => {
    check(
      property(anyCopy, anyCopy, (a, b) => {
        const merged = mergeCustomer(a, b);
        expect(isSameCustomer(mergeCustomer(merged, b), merged)).toBe(true);
        expect(isSameCustomer(mergeCustomer(merged, a), merged)).toBe(true);
      }),
    );
  });
});
