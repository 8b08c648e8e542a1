import { flightsHref } from '@/components/search/flights-href';
import type { SearchRequest } from '@/components/search/search-request';

/** What speaks of one way only, and so does not go along to the other. */
const otherWay = { departs: [], arrives: [], month: null, pages: 1 } satisfies Partial<SearchRequest>;

/** The address at which the way back is chosen, after this way there. */
export function returnListHref(request: SearchRequest, outboundId: string): string {
  return flightsHref({ ...request, ...otherWay, outbound: outboundId });
}

/** The address at which another way there is chosen. */
export function outboundListHref(request: SearchRequest): string {
  return flightsHref({ ...request, ...otherWay, outbound: null });
}

/** The address to send to others: the search and its filters, not how far somebody has read. */
export function sharedHref(request: SearchRequest): string {
  return flightsHref({ ...request, month: null, pages: 1 });
}
