import type { CustomerRow } from './customer';

/**
 * What two airlines' copies of one account make together; the same in whichever order they meet. The higher credential
 * epoch wins, so that a stale copy never restores an old password; the later `updatedAt` wins the profile. Ties fall to
 * the greater text, only so that all airlines choose alike. Identity, e-mail and home never change.
 */
export function mergeCustomer(known: CustomerRow, incoming: CustomerRow): CustomerRow {
  const credential = credentialOrder(known, incoming) >= 0 ? known : incoming;
  const profile = profileOrder(known, incoming) >= 0 ? known : incoming;
  return {
    ...known,
    credentialEpoch: credential.credentialEpoch,
    passwordHash: credential.passwordHash,
    name: profile.name,
    updatedAt: profile.updatedAt,
  };
}

/** True when merging changed nothing. */
export function isSameCustomer(one: CustomerRow, other: CustomerRow): boolean {
  return credentialOrder(one, other) === 0 && profileOrder(one, other) === 0;
}

function credentialOrder(one: CustomerRow, other: CustomerRow): number {
  return one.credentialEpoch - other.credentialEpoch || textOrder(one.passwordHash, other.passwordHash);
}

function profileOrder(one: CustomerRow, other: CustomerRow): number {
  return one.updatedAt.getTime() - other.updatedAt.getTime() || textOrder(one.name, other.name);
}

/** By code unit, not by language: every airline must find the same order. */
function textOrder(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
