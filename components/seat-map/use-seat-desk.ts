'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { observeServerTime } from '@/components/booking/server-clock';
import type { LegSeats } from './leg-seats';
import { SeatDesk } from './seat-desk';
import type { SeatService } from './seat-service';
import type { SeatState } from './seat-store';

/** How often a visible map is read again: the time in which a traveller looks at one row. */
const refreshMs = 4_000;

/** The desk of this page and what it shows; keeps the map of the leg that is looked at fresh while the page is visible. */
export function useSeatDesk(
  legs: LegSeats[],
  service: SeatService,
  shownLeg: number,
): { desk: SeatDesk; state: SeatState } {
  const [desk] = useState(() => new SeatDesk(legs, service));
  const { subscribe, getState } = desk.store;
  const state = useSyncExternalStore(subscribe, getState, getState);
  const asOf = state.legs[shownLeg]?.seatMap?.asOf;

  useEffect(() => {
    if (asOf) observeServerTime(asOf);
  }, [asOf]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    async function look() {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') await desk.refresh(shownLeg);
      if (!left) timer = setTimeout(look, refreshMs);
    }
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      left = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [desk, shownLeg]);

  return { desk, state };
}
