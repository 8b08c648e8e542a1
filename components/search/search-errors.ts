import { dateSchema } from '@/server/domain/leg';
import { maxPassengersPerBooking } from '@/server/domain/passenger';
import type { Place } from './place';
import type { SearchField, SearchValues } from './search-values';

export type SearchErrorCode =
  | 'fromMissing'
  | 'fromUnknown'
  | 'toMissing'
  | 'toUnknown'
  | 'samePlace'
  | 'dateMissing'
  | 'datePast'
  | 'dateTooFar'
  | 'returnMissing'
  | 'returnTooEarly'
  | 'returnTooFar'
  | 'passengersOutOfRange';

/** What is wrong with a field. */
export type SearchError = { field: SearchField; code: SearchErrorCode };

/** What the typed places turned out to be, and the first and last day on sale. */
type Known = { from: Place | null; to: Place | null; today: string; lastDate: string };

/** Everything that keeps a search from being made, in the order of the form's fields; at most one error for each. */
export function searchErrors(values: SearchValues, known: Known): SearchError[] {
  const errors = [
    placeError('from', values.from, known.from),
    placeError('to', values.to, known.to),
    known.from && known.from.code === known.to?.code ? ({ field: 'to', code: 'samePlace' } as const) : null,
    dateError(values.date, known),
    values.trip === 'return' ? returnError(values, known) : null,
    passengersError(values.passengers),
  ];
  return errors.filter((error) => error !== null);
}

function placeError(field: 'from' | 'to', typed: string, place: Place | null): SearchError | null {
  if (place) return null;
  return { field, code: typed === '' ? `${field}Missing` : `${field}Unknown` };
}

function dateError(date: string, { today, lastDate }: Known): SearchError | null {
  const field = 'date';
  if (!isDate(date)) return { field, code: 'dateMissing' };
  if (date < today) return { field, code: 'datePast' };
  return date > lastDate ? { field, code: 'dateTooFar' } : null;
}

function returnError({ date, returnDate }: SearchValues, { lastDate }: Known): SearchError | null {
  const field = 'returnDate';
  if (!isDate(returnDate)) return { field, code: 'returnMissing' };
  if (isDate(date) && returnDate < date) return { field, code: 'returnTooEarly' };
  return returnDate > lastDate ? { field, code: 'returnTooFar' } : null;
}

function isDate(text: string): boolean {
  return dateSchema.safeParse(text).success;
}

function passengersError(passengers: string): SearchError | null {
  const count = /^\d{1,3}$/.test(passengers) ? Number(passengers) : 0;
  const isBookable = count >= 1 && count <= maxPassengersPerBooking;
  return isBookable ? null : { field: 'passengers', code: 'passengersOutOfRange' };
}
