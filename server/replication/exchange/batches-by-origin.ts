import { type AirlineCode, airlineCodes } from '../../domain/airline-code';
import type { ChangeBatch } from '../change-log/change-batch';

/** The batches of each origin that has any, in their order. */
export function batchesByOrigin(batches: readonly ChangeBatch[]): Map<AirlineCode, ChangeBatch[]> {
  const of = (code: AirlineCode) => batches.filter(({ origin }) => origin === code);
  const present = airlineCodes.filter((code) => of(code).length > 0);
  return new Map(present.map((code) => [code, of(code)]));
}
