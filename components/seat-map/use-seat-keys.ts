'use client';

import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { firstSeat, seatAfterKey, seatAfterTyping, seatGridOf, type TypedSeat } from './seat-grid-navigation';
import type { SeatMapData } from './seat-map-data';

/** The grid's one Tab stop and the keys that move it. Until a seat has been visited the stop is `entry`. */
export function useSeatKeys(seatMap: SeatMapData, entry: string | null) {
  const table = useRef<HTMLTableElement>(null);
  const typed = useRef<TypedSeat>({ text: '', atMs: 0 });
  const [visited, setVisited] = useState<string | null>(null);
  const grid = useMemo(() => seatGridOf(seatMap), [seatMap]);
  const tabStop = visited ?? entry ?? firstSeat(grid);

  function focusSeat(designator: string | null): void {
    table.current?.querySelector<HTMLElement>(`[data-seat="${designator}"]`)?.focus();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (tabStop === null || event.altKey || event.metaKey) return;
    const moved = seatAfterKey(grid, tabStop, event);
    if (moved !== null) {
      event.preventDefault();
      focusSeat(moved);
    } else if (!event.ctrlKey) {
      const read = seatAfterTyping(grid, tabStop, {
        typed: typed.current,
        character: event.key,
        atMs: event.timeStamp,
      });
      typed.current = read?.typed ?? typed.current;
      focusSeat(read?.seat ?? null);
    }
  }
  const onSeatFocus = useCallback((designator: string) => setVisited(designator), []);
  return { table, grid, tabStop, onKeyDown, onSeatFocus };
}
