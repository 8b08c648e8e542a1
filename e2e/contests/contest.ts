import type { AirlineCode } from '../api/airlines';
import type { PurchaseOrder, Refusal } from '../api/wire';

/** Seats that several buyers want at the same moment; only one of them can have them, and one must. */
export type Prize = Omit<PurchaseOrder, 'idempotencyKey'>;

/** So many buyers at each of the three sites want each prize; no two prizes share a seat. */
export type Contest = { name: string; prizes: Prize[]; buyersPerSite: number };

/** What one buyer was told in the end. */
export type Attempt = {
  prize: Prize;
  site: AirlineCode;
  idempotencyKey: string;
  /** HTTP statuses of every answer to the purchase itself, in order: an overloaded site is asked again. */
  statuses: number[];
  outcome: 'confirmed' | 'refused' | 'pending' | 'no answer';
  /** Of a confirmed purchase. */
  recordLocator: string | null;
  /** Of a refused one, or why there was no answer. */
  refusal: Pick<Refusal, 'code'> | null;
  seconds: number;
};

export type ContestResult = {
  contest: string;
  buyers: number;
  winners: number;
  /** As many as there were prizes. */
  expectedWinners: number;
  /** Code → how often. */
  refusals: Record<string, number>;
  /** HTTP status → how often. */
  statuses: Record<string, number>;
  /** Until the last buyer was told. */
  seconds: number;
  /** What went wrong, one sentence each; none when the contest was fair. */
  faults: string[];
};
