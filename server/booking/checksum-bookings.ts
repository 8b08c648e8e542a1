import { createHash } from 'node:crypto';
import { canonicalJson } from '../atomic-commit/canonical-json';
import type { Checksum, EntityState } from '../replication/entity';

const modulus = 1n << 64n;

/**
 * Adds up one hash for each booking, page by page until one is empty, so that neither memory nor one query grows with
 * their number. Equal wherever the same airline's statements stand, whatever PostgreSQL keeps them.
 */
export async function sumBookings(
  readPage: (after: string | null) => Promise<readonly EntityState[]>,
): Promise<Checksum> {
  let [count, sum] = [0, 0n];
  let page = await readPage(null);
  while (page.length > 0) {
    for (const entity of page) sum = (sum + hashOfEntity(entity)) % modulus;
    count += page.length;
    page = await readPage(page.at(-1)?.id ?? null);
  }
  return { count, sum: sum.toString(16).padStart(16, '0') };
}

function hashOfEntity({ id, state }: EntityState): bigint {
  return createHash('sha256')
    .update(canonicalJson([id, state]))
    .digest()
    .readBigUInt64BE();
}
