import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { dateSchema } from '@/server/domain/leg';
import { maxPassengersPerBooking } from '@/server/domain/passenger';
import { type Place, resolvePlace } from './place';

/** What the tabs of the results offer, in their order. */
export const searchSorts = ['best', 'price', 'duration'] as const;
export type SearchSort = (typeof searchSorts)[number];

/** More stops are searched for only when the traveller asks. */
export const defaultMaxStops = 2;

/** A search as the results page understands it; `airlines` empty means all. Codes of airports or city groups. */
export type SearchRequest = {
  from: string;
  to: string;
  date: string;
  passengers: number;
  sort: SearchSort;
  maxStops: number;
  airlines: AirlineCode[];
};

/** What stands in the form's fields, as typed. */
export type SearchValues = { from: string; to: string; date: string; passengers: string };

export type SearchField = keyof SearchValues;
export type SearchErrorCode =
  | 'fromMissing'
  | 'fromUnknown'
  | 'toMissing'
  | 'toUnknown'
  | 'samePlace'
  | 'dateMissing'
  | 'datePast'
  | 'dateTooFar'
  | 'passengersOutOfRange';
export type SearchError = { field: SearchField; code: SearchErrorCode };

export type SearchParams = Record<string, string | string[] | undefined>;

type ReadContext = { places: readonly Place[]; today: string; lastDate: string };
type SearchReading =
  | { ok: true; request: SearchRequest; values: SearchValues }
  | { ok: false; errors: SearchError[]; values: SearchValues };

/** Reads a search from the URL: what the form sent, with or without JavaScript, or what a link says. */
export function readSearchRequest(
  params: SearchParams,
  { places, today, lastDate }: ReadContext,
): SearchReading {
  const typed = { from: textOf(params.from), to: textOf(params.to), date: textOf(params.date) };
  const from = resolvePlace(places, typed.from);
  const to = resolvePlace(places, typed.to);
  const passengers = textOf(params.passengers) || '1';
  const values = { from: from?.label ?? typed.from, to: to?.label ?? typed.to, date: typed.date, passengers };

  const errors = [
    placeError('from', typed.from, from),
    placeError('to', typed.to, to),
    from && from.code === to?.code ? ({ field: 'to', code: 'samePlace' } as const) : null,
    dateError(typed.date, today, lastDate),
    passengersError(passengers),
  ].filter((error) => error !== null);
  if (!from || !to || errors.length > 0) return { ok: false, errors, values };

  const request = { from: from.code, to: to.code, date: typed.date, passengers: Number(passengers) };
  return { ok: true, request: { ...request, ...readRefinements(params) }, values };
}

/** Sort and filters; what cannot be read falls back to the default, because a filter is never a reason to refuse. */
function readRefinements(params: SearchParams): Pick<SearchRequest, 'sort' | 'maxStops' | 'airlines'> {
  const sort = searchSorts.find((known) => known === textOf(params.sort)) ?? 'best';
  const stops = textOf(params.stops);
  const asked = [params.airline].flat();
  const airlines = airlineCodes.filter((code) => asked.includes(code));
  return { sort, maxStops: /^[0-3]$/.test(stops) ? Number(stops) : defaultMaxStops, airlines };
}

function textOf(value: string | string[] | undefined): string {
  return ([value].flat()[0] ?? '').trim().slice(0, 100);
}

function placeError(field: 'from' | 'to', typed: string, place: Place | null): SearchError | null {
  if (place) return null;
  return { field, code: typed === '' ? `${field}Missing` : `${field}Unknown` };
}

function dateError(date: string, today: string, lastDate: string): SearchError | null {
  if (!dateSchema.safeParse(date).success) return { field: 'date', code: 'dateMissing' };
  if (date < today) return { field: 'date', code: 'datePast' };
  return date > lastDate ? { field: 'date', code: 'dateTooFar' } : null;
}

function passengersError(passengers: string): SearchError | null {
  const count = /^\d{1,3}$/.test(passengers) ? Number(passengers) : 0;
  return count >= 1 && count <= maxPassengersPerBooking
    ? null
    : { field: 'passengers', code: 'passengersOutOfRange' };
}
