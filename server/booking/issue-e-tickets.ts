import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Airline } from '../airline';
import { eTicketNumber } from '../domain/e-ticket';

/** One new e-ticket of this airline per passenger; its coupons are this airline's legs in order. */
export async function issueETickets(tx: Tx, airline: Airline, count: number): Promise<string[]> {
  const rows = await tx.execute<{ serial: string }>(
    sql`select nextval('e_ticket_serial') as serial from generate_series(1, ${count}::int)`,
  );
  return rows.map(({ serial }) => eTicketNumber(airline.code, Number(serial)));
}
