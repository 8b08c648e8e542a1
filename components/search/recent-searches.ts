/** One search that was made in this browser: its address on this site, and the words of its link. */
export type RecentSearch = { href: string; from: string; to: string; date: string; returnDate: string };

const storageKey = 'passcom-recent-searches';
const maxKept = 3;

/** What a search form is about to send, with the texts of its two place fields; null when something is missing. */
export function searchOfForm(form: FormData, places: { from: string; to: string }): RecentSearch | null {
  const text = (name: string) => String(form.get(name) ?? '');
  const returnDate = text('trip') === 'return' ? text('return') : '';
  const sent = { from: text('from'), to: text('to'), date: text('date'), passengers: text('passengers') };
  const isWhole = [sent.from, sent.to, sent.date].every((value) => value !== '');
  if (!isWhole || (text('trip') === 'return' && returnDate === '')) return null;
  const query = new URLSearchParams(returnDate ? { ...sent, return: returnDate } : sent);
  return { href: `/flights?${query}`, ...places, date: sent.date, returnDate };
}

/** The newest in front, each route once: who searches again for another day has moved on. */
export function withRecent(kept: readonly RecentSearch[], newest: RecentSearch): RecentSearch[] {
  const others = kept.filter(({ from, to }) => from !== newest.from || to !== newest.to);
  return [newest, ...others].slice(0, maxKept);
}

/** Reads the kept searches that are not over by `today`. What somebody else has written there is ignored. */
export function readRecent(stored: string | null, today: string): RecentSearch[] {
  try {
    const kept: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => isRecentSearch(one) && one.date >= today) : [];
  } catch {
    return [];
  }
}

function isRecentSearch(one: unknown): one is RecentSearch {
  const search = one as Partial<RecentSearch> | null;
  const texts = [search?.href, search?.from, search?.to, search?.date, search?.returnDate];
  return texts.every((text) => typeof text === 'string') && search?.href?.startsWith('/flights?') === true;
}

/** This browser's notes; a browser that keeps none has none. */
export const recentStore = {
  load: (): string | null => {
    try {
      return localStorage.getItem(storageKey);
    } catch {
      return null;
    }
  },
  save: (searches: RecentSearch[]): void => {
    try {
      localStorage.setItem(storageKey, JSON.stringify(searches));
    } catch {
      // Full, or forbidden: then nothing is remembered.
    }
  },
};
