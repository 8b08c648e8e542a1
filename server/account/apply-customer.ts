import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { customers } from '@/db/schema';
import type { Airline } from '@/server/airline';
import type { CustomerRow } from './customer';
import { displacedEmail, keepsEmail } from './email-holder';
import { lockEmail } from './lock-email';
import { isSameCustomer, mergeCustomer } from './merge-customer';

export type ApplyOutcome = 'stored' | 'unchanged';

/**
 * Keeps a peer's copy of an account. Applying it twice, late or in another order ends in the same row. An e-mail that
 * another account holds here is no error: `keepsEmail` decides, and the other account is kept without it.
 */
export function applyCustomer(airline: Airline, incoming: CustomerRow): Promise<ApplyOutcome> {
  return airline.db.transaction(async (tx) => {
    await lockEmail(tx, incoming.email);
    const [known] = await tx.select().from(customers).where(eq(customers.id, incoming.id)).for('update');
    return known ? mergeInto(tx, known, incoming) : insert(tx, incoming);
  });
}

async function mergeInto(tx: Tx, known: CustomerRow, incoming: CustomerRow): Promise<ApplyOutcome> {
  const merged = mergeCustomer(known, incoming);
  if (isSameCustomer(known, merged)) return 'unchanged';
  await tx.update(customers).set(merged).where(eq(customers.id, known.id));
  return 'stored';
}

async function insert(tx: Tx, incoming: CustomerRow): Promise<ApplyOutcome> {
  const [holder] = await tx.select().from(customers).where(eq(customers.email, incoming.email)).for('update');
  const isHolderKept = holder && keepsEmail(holder, incoming);
  if (holder && !isHolderKept) {
    await tx
      .update(customers)
      .set({ email: displacedEmail(holder) })
      .where(eq(customers.id, holder.id));
  }
  const row = isHolderKept ? { ...incoming, email: displacedEmail(incoming) } : incoming;
  // Only an id that arrives with two e-mails at once conflicts here: no honest peer sends that, and the first stays.
  const inserted = await tx
    .insert(customers)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: customers.id });
  return inserted.length > 0 ? 'stored' : 'unchanged';
}
