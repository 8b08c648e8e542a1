import { noFilters } from '../search-filters';
import type { SearchRequest } from '../search-request';

/** First and last day on sale in these tests. */
export const onSale = { first: '2026-12-01', last: '2027-03-31' };

/** A search for one, one way, as nobody has touched it. */
export const plainRequest: SearchRequest = {
  from: 'RBR',
  to: 'SSA',
  date: '2026-12-10',
  returnDate: null,
  passengers: 1,
  ...noFilters,
  outbound: null,
  sort: 'best',
  month: null,
  pages: 1,
};

/** The same there and back; nothing has been chosen. */
export const returnRequest: SearchRequest = { ...plainRequest, returnDate: '2026-12-17' };

/** The way there has been chosen, the way back is looked for. */
export const backRequest: SearchRequest = { ...returnRequest, outbound: 'giro:7:2026-12-10:RBR' };
