import type { CustomerCopy } from '@/server/account/customer';

/** A well-formed argon2id hash that matches no password; `digit` tells several apart. */
export function fakeHash(digit: number): string {
  return `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${String(digit).repeat(43)}`;
}

/** An account with everything filled in; a test names what it is about. */
export function customerCopy(fields: Partial<CustomerCopy> = {}): CustomerCopy {
  return {
    id: '0b9d2c1e-58a8-4ef3-9d44-1f8f2a3b4c5d',
    email: 'ana@example.com',
    name: 'Ana Souza',
    passwordHash: fakeHash(1),
    credentialEpoch: 1,
    homeAirline: 'giro',
    createdAt: new Date('2026-11-30T10:00:00.000Z'),
    registeredStamp: '2026-11-30T10:00:00.000Z-0000-giro',
    profileStamp: '2026-11-30T10:00:00.000Z-0000-giro',
    mergedInto: null,
    ...fields,
  };
}
