import { airlineState } from '@/server/airline-state';
import type { AirlineCode } from '@/server/domain/airline-code';
import { createLegIndex, type LegIndex } from './leg-index/leg-index';

/** What is in an index: of each airline's catalogue, the changes up to a place. */
export type IndexedCatalogues = { index: LegIndex; cursors: Map<AirlineCode, Cursor> };

/** The changes up to `changeSeq` of this copy of the catalogue are in the index. */
export type Cursor = { copy: string; changeSeq: number };

/** The index of this process. */
export type CatalogueState = IndexedCatalogues & {
  /** The hour of each airline's catalogue here. */
  asOfByAirline: ReadonlyMap<AirlineCode, Date | null>;
  /** When the database was last looked at, by the airline's clock; null before the index is complete. */
  checkedAtMs: number | null;
  /** The look that is under way. */
  refreshing: Promise<void> | null;
  /** Whether somebody keeps it current: `none` has been started, or it hears of every change, or cannot just now. */
  feed: 'none' | 'hears' | 'deaf';
};

export const catalogueStateOf = airlineState(
  'catalogue-index',
  (): CatalogueState => ({
    index: createLegIndex(),
    cursors: new Map(),
    asOfByAirline: new Map(),
    checkedAtMs: null,
    refreshing: null,
    feed: 'none',
  }),
);
