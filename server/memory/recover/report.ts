import type { AirlineCode } from '../../domain/airline-code';

/** What a recovery did, for the operator and for the record. */
export type RecoveryReport = {
  without: AirlineCode[];
  /** Global transactions brought up to date, by how they ended. */
  committed: number;
  aborted: number;
  /** Sales of this airline alone that another site keeps a copy of. */
  ownSales: number;
  /** Undecided, and now without this airline's vote for ever. */
  abstained: string[];
  /** Locators of sales that came back without their passengers. */
  withoutPassengers: string[];
  /** What cannot be true at once and somebody must look at. */
  conflicts: string[];
};

export function emptyReport(without: readonly AirlineCode[]): RecoveryReport {
  return {
    without: [...without],
    committed: 0,
    aborted: 0,
    ownSales: 0,
    abstained: [],
    withoutPassengers: [],
    conflicts: [],
  };
}
