import { dateSchema } from '@/server/domain/leg';
import { type SearchParams, textOf } from './search-params';

/** What the tabs of the results offer, in their order. */
export const searchSorts = ['best', 'price', 'duration'] as const;
export type SearchSort = (typeof searchSorts)[number];

/** What of the answer is shown. */
export type SearchView = {
  sort: SearchSort;
  /** Month that the fare calendar shows, `YYYY-MM`; null: it is closed. */
  month: string | null;
  /** Pages of the list that are shown, from 1. */
  pages: number;
};

/** Enough for any list that a person reads. */
const maxPages = 10;

/** First and last day on sale. */
type DaysOnSale = { today: string; lastDate: string };

/** Reads what is to be shown; what cannot be read, or is not on sale, counts as not said. */
export function readView(params: SearchParams, { today, lastDate }: DaysOnSale): SearchView {
  const month = textOf(params.month);
  const pages = textOf(params.pages);
  const isOnSale = month >= today.slice(0, 7) && month <= lastDate.slice(0, 7);
  return {
    sort: searchSorts.find((known) => known === textOf(params.sort)) ?? 'best',
    month: isMonth(month) && isOnSale ? month : null,
    pages: /^\d{1,2}$/.test(pages) ? Math.min(Math.max(Number(pages), 1), maxPages) : 1,
  };
}

function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && dateSchema.safeParse(`${text}-01`).success;
}

/** What an address names as the way there that was chosen; null: nothing. Whether it is one, whoever looks it up finds. */
export function readOutbound(params: SearchParams): string | null {
  return textOf(params.outbound) || null;
}
