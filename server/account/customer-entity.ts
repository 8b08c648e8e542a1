import { asc, gt, inArray, sql } from 'drizzle-orm';
import { customers } from '@/db/schema';
import type { Rejected, ReplicatedEntity } from '@/server/replication/entity';
import { applyCustomers } from './apply-customers';
import type { CustomerCopy, CustomerRow } from './customer';
import { customerRecordSchema, fromRecord, toRecord } from './customer-messages';
import { isTimely } from './is-timely';

/**
 * Accounts: every airline has all of them and may change any. A copy is merged into what is here, so that neither its
 * place in a log nor who tells of it matters; nothing is ever forgotten.
 */
export const customerEntity: ReplicatedEntity = {
  name: 'customer',
  schemaVersion: 1,
  isWrittenByAny: true,

  // All, not only those opened here: what was changed here may have been told only in a log that is lost.
  async listOwnIds(db) {
    const rows = await db.select({ id: customers.id }).from(customers).orderBy(asc(customers.id));
    return rows.map(({ id }) => id);
  },

  async readStates(db, _owner, ids) {
    const rows = await db
      .select()
      .from(customers)
      .where(inArray(customers.id, [...ids]));
    return rows.map(stateOf);
  },

  async apply(tx, airline, { changes }) {
    const rejected: Rejected[] = [];
    const copies: CustomerCopy[] = [];
    for (const { id, seq, state } of changes) {
      const record = customerRecordSchema.safeParse(state).data;
      if (record?.id !== id) rejected.push({ seq, reason: 'unreadable' });
      else if (!isTimely(record, airline.clock)) rejected.push({ seq, reason: 'future' });
      else copies.push(fromRecord(record));
    }
    await applyCustomers(tx, copies);
    return rejected;
  },

  async readPage(db, _owner, { after, limit }) {
    const rows = await db
      .select()
      .from(customers)
      .where(after === null ? undefined : gt(customers.id, after))
      .orderBy(asc(customers.id))
      .limit(limit);
    return rows.map(stateOf);
  },

  sweep: async () => undefined,

  async checksum(db) {
    const [row] = await db
      .select({
        count: sql<number>`count(*)::int`,
        sum: sql<string>`coalesce(sum(('x' || left(md5(${travelling}), 16))::bit(64)::bigint::numeric), 0)::text`,
      })
      .from(customers);
    return row ?? { count: 0, sum: '0' };
  },
};

/** What travels of an account, and who holds its e-mail, which every airline must have found alike. */
const travelling = sql`jsonb_build_array(
  ${customers.id}, ${customers.email}, ${customers.holdsEmail}, ${customers.name}, ${customers.passwordHash},
  ${customers.credentialEpoch}, ${customers.homeAirline}, extract(epoch from ${customers.createdAt}),
  ${customers.registeredStamp}, ${customers.profileStamp}, ${customers.mergedInto})::text`;

const stateOf = (row: CustomerRow) => ({ id: row.id, state: toRecord(row) });
