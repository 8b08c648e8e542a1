import { setTimeout as sleep } from 'node:timers/promises';
import type { Airline } from '@/server/airline';
import type { AirlineCode } from '@/server/domain/airline-code';
import { type CatalogueState, catalogueStateOf } from './catalogue-state';
import { type LegIndex, sizeOf } from './leg-index/leg-index';
import { refreshCatalogue } from './refresh-catalogue';

/** The index of every catalogue this airline knows, and the hour of each. */
export type CatalogueIndex = { index: LegIndex; asOfByAirline: ReadonlyMap<AirlineCode, Date | null> };

/** A seat sold elsewhere may show this much longer where nobody tells of it: two searches of a page cost one look. */
const maxAgeMs = 500;

/** A search would rather be a little behind than late. */
const maxWaitMs = 250;

/**
 * The index of this process. While its feed hears of every change it is there at once. Without a feed (in tests, in
 * scripts) it is at most `maxAgeMs` behind the database by the airline's clock, and this throws when the database cannot
 * be read; while the feed is deaf, the same is tried for `maxWaitMs`.
 */
export async function getCatalogueIndex(airline: Airline): Promise<CatalogueIndex> {
  const state = catalogueStateOf(airline);
  if (state.feed === 'hears' || isRecent(airline, state)) return state;
  const refreshed = refreshCatalogue(airline);
  if (state.feed === 'none') await refreshed;
  else await Promise.race([refreshed.catch(() => undefined), sleep(maxWaitMs, undefined, { ref: false })]);
  return state;
}

function isRecent(airline: Airline, { checkedAtMs }: CatalogueState): boolean {
  if (checkedAtMs === null) return false;
  const ageMs = airline.clock.now().getTime() - checkedAtMs;
  return ageMs >= 0 && ageMs < maxAgeMs;
}

/** How much the index of this process holds and takes; empty before it is complete. */
export function catalogueIndexSize(airline: Airline): { legs: number; bytes: number } {
  return sizeOf(catalogueStateOf(airline).index);
}
