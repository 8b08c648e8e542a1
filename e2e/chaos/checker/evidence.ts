import type { AirlineCode } from '../../api/airlines';
import type { HistoryEvent } from './history';

/* What the checker goes by: rows as the three databases have them and what the clients wrote down. Instants are ms. */

export type TransactionRow = {
  airline: AirlineCode;
  id: string;
  coordinator: AirlineCode;
  decision: 'commit' | 'abort' | null;
  coordinatorState: string;
  participantState: string;
  promised: number;
  acceptedBallot: number | null;
  acceptedValue: string | null;
  participants: AirlineCode[];
  /** Null in a tombstone. */
  work: SaleWork | CancellationWork | null;
  decidedAt: number | null;
};

export type SaleWork = {
  kind: 'sale';
  recordLocator: string;
  parts: { airline: AirlineCode; legs: { legId: string; seats: { seat: string }[] }[] }[];
};

export type CancellationWork = { kind: 'cancellation'; recordLocator: string };

export type ClaimRow = {
  airline: AirlineCode;
  legId: string;
  seat: string;
  state: string;
  id: string | null;
};

export type CouponRow = {
  airline: AirlineCode;
  legId: string;
  seat: string;
  state: string;
  recordLocator: string;
};

export type BookingRow = { airline: AirlineCode; recordLocator: string; id: string; state: string };

/** `id` is the transaction that this airline gave the idempotency key. */
export type RequestRow = { airline: AirlineCode; key: string; id: string };

export type Evidence = {
  transactions: TransactionRow[];
  claims: ClaimRow[];
  coupons: CouponRow[];
  bookings: BookingRow[];
  requests: RequestRow[];
  history: HistoryEvent[];
};

/** A promise that was not kept; the number is the invariant's. */
export type Violation = { invariant: number; what: string };
