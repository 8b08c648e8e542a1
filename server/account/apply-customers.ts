import { inArray, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { customers } from '@/db/schema';
import type { CustomerCopy, CustomerRow } from './customer';
import { lockEmails } from './lock-emails';
import { isSameCustomer, mergeCustomer } from './merge-customer';
import { settleEmails } from './settle-emails';

/**
 * Keeps peers' copies of accounts. Applying them twice, late or in another order ends in the same rows. An e-mail that
 * another account has here is no error: both accounts are kept, and the first of them holds it. Notes no change: what
 * came from a peer is in that peer's log already.
 */
export async function applyCustomers(tx: Tx, copies: readonly CustomerCopy[]): Promise<void> {
  if (copies.length === 0) return;
  const ids = [...new Set(copies.map(({ id }) => id))];
  const openedWith = await tx
    .select({ email: customers.email })
    .from(customers)
    .where(inArray(customers.id, ids));
  await lockEmails(
    tx,
    [...copies, ...openedWith].map(({ email }) => email),
  );

  const known = await tx
    .select()
    .from(customers)
    .where(inArray(customers.id, ids))
    .orderBy(customers.id)
    .for('update');
  const changed = changesOf(known, copies);
  if (changed.length === 0) return;
  await writeRows(tx, changed);
  await settleEmails(tx, emailsInQuestion(known, changed));
}

/** The rows that differ once the copies were merged into them. */
function changesOf(known: readonly CustomerRow[], copies: readonly CustomerCopy[]): CustomerRow[] {
  const knownById = new Map(known.map((row) => [row.id, row]));
  const mergedById = new Map<string, CustomerCopy>();
  for (const copy of copies) {
    const before = mergedById.get(copy.id) ?? knownById.get(copy.id);
    mergedById.set(copy.id, before ? mergeCustomer(before, copy) : copy);
  }
  return [...mergedById.values()].flatMap((merged) => {
    const row = knownById.get(merged.id);
    if (row && isSameCustomer(row, merged)) return [];
    // An account that is new here holds nothing until `settleEmails` says so.
    return [{ ...merged, holdsEmail: row?.email === merged.email && row.holdsEmail }];
  });
}

/** Only an account that is new here, or opened otherwise than was thought, can move an e-mail. */
function emailsInQuestion(known: readonly CustomerRow[], changed: readonly CustomerRow[]): string[] {
  const knownById = new Map(known.map((row) => [row.id, row]));
  return changed.flatMap(({ id, email, registeredStamp }) => {
    const row = knownById.get(id);
    const isOpenedAlike = row?.email === email && row.registeredStamp === registeredStamp;
    return isOpenedAlike ? [] : [email, ...(row ? [row.email] : [])];
  });
}

async function writeRows(tx: Tx, rows: CustomerRow[]): Promise<void> {
  await tx
    .insert(customers)
    .values(rows)
    .onConflictDoUpdate({
      target: customers.id,
      set: {
        email: proposed(customers.email),
        holdsEmail: proposed(customers.holdsEmail),
        name: proposed(customers.name),
        passwordHash: proposed(customers.passwordHash),
        credentialEpoch: proposed(customers.credentialEpoch),
        homeAirline: proposed(customers.homeAirline),
        createdAt: proposed(customers.createdAt),
        registeredStamp: proposed(customers.registeredStamp),
        profileStamp: proposed(customers.profileStamp),
        mergedInto: proposed(customers.mergedInto),
      },
    });
}

const proposed = ({ name }: PgColumn): SQL => sql`excluded.${sql.identifier(name)}`;
