import { type Place, resolvePlace } from './place';
import { type SearchError, searchErrors } from './search-errors';
import { readFilters, type SearchFilters } from './search-filters';
import type { SearchParams } from './search-params';
import { readValues, type SearchValues } from './search-values';
import { readOutbound, readView, type SearchView } from './search-view';

/** A search as the results page understands it. Codes of airports or city groups, dates as `YYYY-MM-DD`. */
export type SearchRequest = SearchFilters &
  SearchView & {
    from: string;
    to: string;
    date: string;
    /** Day of the way back; null: one way. */
    returnDate: string | null;
    passengers: number;
    /** Id of the itinerary chosen for the way there, as the address says it, while the one back is looked for. */
    outbound: string | null;
  };

/** The places somebody flies to, and the first and last day on sale. */
type ReadContext = { places: readonly Place[]; today: string; lastDate: string };

type SearchReading =
  | { ok: true; request: SearchRequest; values: SearchValues }
  | { ok: false; errors: SearchError[]; values: SearchValues };

/**
 * Reads a search from the URL: what the form sent, with or without JavaScript, or what a link says. A place, a day or a
 * number of passengers that cannot be read is an error at its field; anything else falls back to its default.
 */
export function readSearchRequest(params: SearchParams, context: ReadContext): SearchReading {
  const typed = readValues(params);
  const from = resolvePlace(context.places, typed.from);
  const to = resolvePlace(context.places, typed.to);
  const values = { ...typed, from: from?.label ?? typed.from, to: to?.label ?? typed.to };

  const errors = searchErrors(typed, { ...context, from, to });
  if (!from || !to || errors.length > 0) return { ok: false, errors, values };

  const isReturn = typed.trip === 'return';
  const request: SearchRequest = {
    from: from.code,
    to: to.code,
    date: typed.date,
    returnDate: isReturn ? typed.returnDate : null,
    passengers: Number(typed.passengers),
    outbound: isReturn ? readOutbound(params) : null,
    ...readFilters(params),
    ...readView(params, context),
  };
  return { ok: true, request, values };
}
