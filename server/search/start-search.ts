import type { Airline } from '@/server/airline';
import type { Loop } from '@/server/replication/loop';
import { catalogueIndexSize, getCatalogueIndex } from './catalogue-index';
import { feedCatalogue } from './feed-catalogue';
import { warmUpSearch } from './warm-up-search';

/**
 * Reads every catalogue into the index of this process, makes the search warm, and from then on keeps the index in step
 * with the database at `url`. Throws when the database cannot be read.
 */
export async function startSearch(airline: Airline, url: string): Promise<Loop> {
  const startedAt = performance.now();
  await getCatalogueIndex(airline);
  const builtAt = performance.now();
  const searches = await warmUpSearch(airline);
  const { legs, bytes } = catalogueIndexSize(airline);
  airline.log('info', 'search index ready', {
    legs,
    megabytes: Math.round(bytes / 100_000) / 10,
    builtInMs: Math.round(builtAt - startedAt),
    warmUpSearches: searches,
    warmUpMs: Math.round(performance.now() - builtAt),
  });
  return feedCatalogue(airline, url);
}
