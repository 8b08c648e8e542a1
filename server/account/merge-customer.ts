import type { CustomerCopy } from './customer';
import { textOrder } from './text-order';

/**
 * What two airlines' copies of one account make together: the same in whichever order and however often they meet. The
 * higher credential epoch wins, so that a stale copy never restores an old password; the later profile stamp wins the
 * name. Ties fall to the greater text, only so that all airlines choose alike. An account that was united stays so; of
 * two unions made on two sides of a cut, that with the lower id stays. What an account was opened with never changes:
 * should one id arrive with two openings, which no honest airline sends, the lower one is kept everywhere.
 */
export function mergeCustomer(known: CustomerCopy, incoming: CustomerCopy): CustomerCopy {
  const opening = openingOrder(known, incoming) <= 0 ? known : incoming;
  const credential = credentialOrder(known, incoming) >= 0 ? known : incoming;
  const profile = profileOrder(known, incoming) >= 0 ? known : incoming;
  return {
    id: known.id,
    email: opening.email,
    homeAirline: opening.homeAirline,
    createdAt: opening.createdAt,
    registeredStamp: opening.registeredStamp,
    credentialEpoch: credential.credentialEpoch,
    passwordHash: credential.passwordHash,
    name: profile.name,
    profileStamp: profile.profileStamp,
    mergedInto: lowerId(known.mergedInto, incoming.mergedInto),
  };
}

/** True when merging changed nothing. */
export function isSameCustomer(one: CustomerCopy, other: CustomerCopy): boolean {
  return (
    openingOrder(one, other) === 0 &&
    credentialOrder(one, other) === 0 &&
    profileOrder(one, other) === 0 &&
    one.mergedInto === other.mergedInto
  );
}

function openingOrder(one: CustomerCopy, other: CustomerCopy): number {
  return (
    textOrder(one.registeredStamp, other.registeredStamp) ||
    textOrder(one.email, other.email) ||
    textOrder(one.homeAirline, other.homeAirline) ||
    one.createdAt.getTime() - other.createdAt.getTime()
  );
}

function credentialOrder(one: CustomerCopy, other: CustomerCopy): number {
  return one.credentialEpoch - other.credentialEpoch || textOrder(one.passwordHash, other.passwordHash);
}

function profileOrder(one: CustomerCopy, other: CustomerCopy): number {
  return textOrder(one.profileStamp, other.profileStamp) || textOrder(one.name, other.name);
}

function lowerId(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
