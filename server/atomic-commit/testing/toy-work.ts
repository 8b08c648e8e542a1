import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { AirlineCode } from '../../domain/airline-code';
import type { Vote } from '../events';
import { placeThatWaits } from '../place';
import type { GlobalTransaction } from '../transaction';
import { Contested, type Work } from '../work';
import { seatsWanted } from './toy-inventory';

/** Tables of the toy work; they stand beside the real ones in a test database. */
export const toyTables = `
  create table toy_claims (seat text primary key, state text not null, by uuid not null);
  create table toy_receipts (id uuid not null, sender text not null, content jsonb not null);
  create table toy_requests (key text primary key);
`;

export type ToyWork = Work & {
  /** Every call in order: `prepare`, `commit`, `abort`, `afterDecision`. */
  calls: string[];
  /** Stands in for the time that passes while a contested seat is waited for. */
  onWait: (timeoutMs: number) => Promise<void>;
  /** Thrown by the next commit, to see what its `tx` leaves behind. */
  failNextCommit: Error | null;
};

/** Seats by name in `toy_claims`, taken one after the other: a no can come when some are already taken. */
export function toyWork(airline: AirlineCode): ToyWork {
  const work: ToyWork = {
    calls: [],
    onWait: async () => undefined,
    failNextCommit: null,
    check: async () => undefined,
    lineUp: () => placeThatWaits((timeoutMs) => work.onWait(timeoutMs)),
    async prepare(tx, transaction) {
      work.calls.push('prepare');
      for (const seat of seatsWanted(transaction, airline)) {
        const refused = await claim(tx, seat, transaction);
        if (refused) return refused;
      }
      return { kind: 'yes' };
    },
    async commit(tx, transaction) {
      work.calls.push('commit');
      await tx.execute(sql`update toy_claims set state = 'sold' where by = ${transaction.id}`);
      const failure = work.failNextCommit;
      work.failNextCommit = null;
      if (failure) throw failure;
    },
    async abort(tx, transaction) {
      work.calls.push('abort');
      await tx.execute(sql`delete from toy_claims where by = ${transaction.id} and state = 'prepared'`);
    },
    receipt: async (transaction) => ({ locator: `${airline} ${transaction.id}` }),
    async keepReceipt(tx, transaction, { from, content }) {
      await tx.execute(
        sql`insert into toy_receipts values (${transaction.id}, ${from}, ${JSON.stringify(content)}::jsonb)`,
      );
    },
    afterDecision: () => void work.calls.push('afterDecision'),
  };
  return work;
}

async function claim(tx: Tx, seat: string, { id }: GlobalTransaction): Promise<Vote | null> {
  const [taken] = await tx.execute<{ state: string; by: string }>(
    sql`insert into toy_claims values (${seat}, 'prepared', ${id})
        on conflict (seat) do update set seat = excluded.seat returning state, by`,
  );
  if (taken?.by === id) return null;
  if (taken?.state === 'sold') return { kind: 'no', refusal: { code: 'SEAT_TAKEN', seat } };
  throw new Contested('toy', seat);
}
