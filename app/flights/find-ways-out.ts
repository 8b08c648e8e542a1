import type { SearchRequest } from '@/components/search/search-request';
import { type DayRange, daysOfWay, wayOf } from '@/components/search/way';
import {
  type Alternative,
  forFewerPassengers,
  type PricedAlternative,
  widerSearches,
  withoutFilters,
  withoutOneFilter,
} from '@/components/search/ways-out/alternatives';
import { nearestDays, type PricedDay } from '@/components/search/ways-out/near-days';
import type { Airline } from '@/server/airline';
import { addDays, daysBetween } from '@/server/domain/local-time';
import { type CalendarDay, searchDays } from '@/server/search/search-days';
import { searchInput } from './search-input';

/** A search that found nothing, and what it has to keep to. */
export type DeadEnd = {
  request: SearchRequest;
  /** First and last day on sale. */
  onSale: DayRange;
  /** Instant, ISO 8601, before which the way that is being chosen cannot begin. */
  departsAfter?: string;
};

/** Why there is nothing, and the searches that do find something. */
export type WaysOut = { state: CalendarDay['state']; days: PricedDay[]; alternatives: PricedAlternative[] };

/** First the days on either side of the weekend; then as far as two months reach. */
const nearDays = 3;
const farDays = 30;

/** Looks where the traveller would look next. */
export async function findWaysOut(airline: Airline, deadEnd: DeadEnd): Promise<WaysOut> {
  const state = await stateOf(airline, deadEnd);
  const days = await findDays(airline, deadEnd);
  const filters = await priced(airline, deadEnd, withoutOneFilter(deadEnd.request));
  const all = filters.length === 0 ? withoutFilters(deadEnd.request) : null;
  const wider = await priced(airline, deadEnd, [...(all ? [all] : []), ...widerSearches(deadEnd.request)]);
  const fewer = state === 'soldOut' ? await findFewerPassengers(airline, deadEnd) : [];
  return { state, days, alternatives: [...fewer, ...filters, ...wider] };
}

async function stateOf(airline: Airline, deadEnd: DeadEnd): Promise<CalendarDay['state']> {
  const [day] = await search(airline, deadEnd, [wayOf(deadEnd.request).date]);
  return day?.state ?? 'none';
}

async function findDays(airline: Airline, deadEnd: DeadEnd): Promise<PricedDay[]> {
  for (const reach of [nearDays, farDays]) {
    const days = await search(airline, deadEnd, datesWithin(deadEnd, reach));
    const found = nearestDays(days, wayOf(deadEnd.request).date, nearDays);
    if (found.length > 0) return found;
  }
  return [];
}

function datesWithin({ request, onSale }: DeadEnd, reach: number): string[] {
  const { first, last } = daysOfWay(request, onSale);
  const { date } = wayOf(request);
  return Array.from({ length: 2 * reach + 1 }, (_, index) => addDays(date, index - reach)).filter(
    (day) => day !== date && daysBetween(first, day) >= 0 && daysBetween(day, last) >= 0,
  );
}

/** The largest group that still finds seats. */
async function findFewerPassengers(airline: Airline, deadEnd: DeadEnd): Promise<PricedAlternative[]> {
  for (const alternative of forFewerPassengers(deadEnd.request)) {
    const found = await priced(airline, deadEnd, [alternative]);
    if (found.length > 0) return found;
  }
  return [];
}

/** Those that find something. */
async function priced(
  airline: Airline,
  deadEnd: DeadEnd,
  alternatives: readonly Alternative[],
): Promise<PricedAlternative[]> {
  const found: PricedAlternative[] = [];
  for (const alternative of alternatives) {
    const { request } = alternative;
    const [day] = await search(airline, { ...deadEnd, request }, [wayOf(request).date]);
    const fareCents = day?.lowestFareCents ?? null;
    if (fareCents !== null) found.push({ ...alternative, fareCents });
  }
  return found;
}

function search(airline: Airline, { request, departsAfter }: DeadEnd, dates: string[]) {
  return searchDays(airline, { ...searchInput(request), departsAfter, dates });
}
