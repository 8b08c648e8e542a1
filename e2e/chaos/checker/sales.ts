import type { AirlineCode } from '../../api/airlines';
import { grouped } from '../grouped';
import type { Evidence, SaleWork, TransactionRow } from './evidence';

/** One global transaction as all airlines together know it. */
export type Known = {
  id: string;
  rows: TransactionRow[];
  /** What anybody has decided; a contradiction is found elsewhere. */
  decision: TransactionRow['decision'];
  work: TransactionRow['work'];
  coordinator: AirlineCode;
  participants: AirlineCode[];
};

export function knownTransactions({ transactions }: Pick<Evidence, 'transactions'>): Known[] {
  return [...grouped(transactions, ({ id }) => id)].map(([id, rows]) => {
    const [any] = rows;
    if (!any) throw new Error('a group without rows');
    const told = rows.find(({ work }) => work !== null) ?? any;
    const decision = rows.find((row) => row.decision !== null)?.decision ?? null;
    return { ...told, id, rows, decision };
  });
}

/** A sale that was decided, and whether a cancellation has taken it back since. */
export type Sale = Known & { work: SaleWork; isCancelled: boolean; cancellation: Known | null };

/** Every sale with the decision commit. */
export function committedSales(known: readonly Known[]): Sale[] {
  const committed = known.filter(({ decision }) => decision === 'commit');
  const cancellations = new Map(
    committed.flatMap((one) => (one.work?.kind === 'cancellation' ? [[one.work.recordLocator, one]] : [])),
  );
  return committed.flatMap((one) => {
    if (one.work?.kind !== 'sale') return [];
    const cancellation = cancellations.get(one.work.recordLocator) ?? null;
    return [{ ...one, work: one.work, cancellation, isCancelled: cancellation !== null }];
  });
}

/** `rumos rumos:1010:2026-12-01:GRU 12C`. */
export type SeatKey = string;

export const seatKey = (airline: AirlineCode, { legId, seat }: { legId: string; seat: string }): SeatKey =>
  `${airline} ${legId} ${seat}`;

/** The seats of a sale with their owners. */
export function seatsOf({ parts }: SaleWork): { airline: AirlineCode; legId: string; seat: string }[] {
  return parts.flatMap(({ airline, legs }) =>
    legs.flatMap(({ legId, seats }) => seats.map(({ seat }) => ({ airline, legId, seat }))),
  );
}
