import { type AirlineCode, airlines } from '../../api/airlines';
import type { Databases } from '../databases';
import type { Offer } from '../seat-pool';

/** What the databases hold of one purchase's seats, and of all transactions about them. */
export type FinalState = {
  /** For each wanted seat the transaction that has it sold, or null when it is free. */
  soldBy: Map<Offer, string | null>;
  /** Seats that are neither sold nor free, as sentences. */
  odd: string[];
  decisions: { id: string; airline: AirlineCode; decision: string | null }[];
  bookings: { id: string; airline: AirlineCode }[];
};

/** Reads the three databases; `since` bounds the transactions to those of this cell. */
export async function readFinalState(
  databases: Databases,
  offers: readonly Offer[],
  since: Date,
): Promise<FinalState> {
  const seats = await Promise.all(
    offers.map(async (offer) => [offer, await readSeat(databases, offer)] as const),
  );
  const odd = seats.flatMap(([{ legId, seat }, found]) =>
    found.odd ? [`${legId} ${seat}: ${found.odd}`] : [],
  );
  const soldBy = new Map(seats.map(([offer, { soldBy: by }]) => [offer, by] as const));
  const rows = await Promise.all(airlines.map((code) => readTransactions(databases, code, since)));
  return {
    soldBy,
    odd,
    decisions: rows.flatMap(({ decisions }) => decisions),
    bookings: rows.flatMap(({ bookings }) => bookings),
  };
}

async function readSeat(
  databases: Databases,
  { airline, legId, seat }: Offer,
): Promise<{ soldBy: string | null; odd: string | null }> {
  const sql = databases.of(airline);
  const [claim] = await sql<{ state: string; id: string | null }[]>`
    select state, global_transaction_id as id from seat_claims where leg_id = ${legId} and seat = ${seat}`;
  const coupons = await sql<{ id: string }[]>`
    select b.global_transaction_id as id from coupons c join bookings b using (record_locator)
    where c.leg_id = ${legId} and c.seat = ${seat} and c.state = 'open'`;
  if (!claim) return { soldBy: null, odd: coupons.length > 0 ? 'a ticket for a free seat' : null };
  if (claim.state !== 'sold') return { soldBy: null, odd: `${claim.state} by ${claim.id}` };
  const [coupon] = coupons;
  if (coupons.length !== 1 || coupon?.id !== claim.id)
    return { soldBy: claim.id, odd: `sold by ${claim.id}, with tickets of ${coupons.map(({ id }) => id)}` };
  return { soldBy: claim.id, odd: null };
}

async function readTransactions(databases: Databases, airline: AirlineCode, since: Date) {
  const sql = databases.of(airline);
  const decisions = await sql<{ id: string; decision: string | null }[]>`
    select id, decision from global_transactions where created_at >= ${since}`;
  const bookings = await sql<{ id: string }[]>`
    select global_transaction_id as id from bookings where booked_at >= ${since}`;
  return {
    decisions: decisions.map((row) => ({ ...row, airline })),
    bookings: bookings.map((row) => ({ ...row, airline })),
  };
}
