import { type AirlineCode, airlines } from '../../api/airlines';
import type { Databases } from '../databases';
import type { BookingRow, ClaimRow, CouponRow, Evidence, RequestRow, TransactionRow } from './evidence';
import { readHistory } from './history';

type ManifestColumn = { participants?: AirlineCode[]; work?: TransactionRow['work'] } | null;

/** Reads all that the three databases hold of sales, and the clients' history. */
export async function readEvidence(databases: Databases, historyFile: string): Promise<Evidence> {
  const all = await Promise.all(airlines.map((airline) => readAirline(databases, airline)));
  return {
    transactions: all.flatMap(({ transactions }) => transactions),
    claims: all.flatMap(({ claims }) => claims),
    coupons: all.flatMap(({ coupons }) => coupons),
    bookings: all.flatMap(({ bookings }) => bookings),
    requests: all.flatMap(({ requests }) => requests),
    history: readHistory(historyFile),
  };
}

async function readAirline(databases: Databases, airline: AirlineCode) {
  const sql = databases.of(airline);
  const claims = await sql<Omit<ClaimRow, 'airline'>[]>`
    select leg_id as "legId", seat, state, global_transaction_id as id from seat_claims
    where state in ('prepared', 'sold')`;
  const coupons = await sql<Omit<CouponRow, 'airline'>[]>`
    select leg_id as "legId", seat, state, record_locator as "recordLocator" from coupons`;
  const bookings = await sql<Omit<BookingRow, 'airline'>[]>`
    select record_locator as "recordLocator", global_transaction_id as id, state from bookings`;
  const requests = await sql<Omit<RequestRow, 'airline'>[]>`
    select idempotency_key as key, global_transaction_id as id from requests`;
  const here = <Row>(rows: readonly Row[]) => rows.map((row) => ({ ...row, airline }));
  return {
    transactions: await readTransactions(databases, airline),
    claims: here(claims),
    coupons: here(coupons),
    bookings: here(bookings),
    requests: here(requests),
  };
}

async function readTransactions(databases: Databases, airline: AirlineCode): Promise<TransactionRow[]> {
  type Row = Omit<TransactionRow, 'airline' | 'participants' | 'work' | 'decidedAt'> & {
    manifest: ManifestColumn;
    decidedAt: Date | null;
  };
  const rows = await databases.of(airline)<Row[]>`
    select id, coordinator, decision, coordinator_state as "coordinatorState",
      participant_state as "participantState", promised, accepted_ballot as "acceptedBallot",
      accepted_value as "acceptedValue", manifest, decided_at as "decidedAt"
    from global_transactions`;
  return rows.map(({ manifest, decidedAt, ...same }) => ({
    ...same,
    airline,
    participants: manifest?.participants ?? [],
    work: manifest?.work ?? null,
    decidedAt: decidedAt?.getTime() ?? null,
  }));
}
