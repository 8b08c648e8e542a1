import { isIP, isIPv6 } from 'node:net';

/** All callers whose address cannot be told share one limit. */
const unknownAddress = 'unknown';

/**
 * The network address that rate limits count, from `X-Forwarded-For`. Each proxy appends whom it heard from, and so do we
 * (`stampCallerAddress`): of the entries only the last `trustedProxies + 1` were written by somebody we trust, so the
 * first of those is the caller, and what a client wrote before it is ignored.
 */
export function callerAddress(forwardedFor: string | null, trustedProxies = 0): string {
  const entries = (forwardedFor ?? '').split(',').map((entry) => entry.trim());
  return countedAddress(entries.at(-1 - trustedProxies) ?? entries[0] ?? '');
}

/** One household or server has a whole IPv6 /64: counting single addresses would count nothing. */
function countedAddress(entry: string): string {
  const address = entry.startsWith('::ffff:') && entry.includes('.') ? entry.slice('::ffff:'.length) : entry;
  if (isIP(address) === 0) return unknownAddress;
  return isIPv6(address) ? `${networkPrefix(address)}::/64` : address;
}

/** The first four groups of an IPv6 address, written out. */
function networkPrefix(address: string): string {
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').toLowerCase().split('::');
  const groups = head ? head.split(':') : [];
  const behind = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - groups.length - behind.length;
  const all = [...groups, ...new Array<string>(Math.max(0, missing)).fill('0'), ...behind];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
