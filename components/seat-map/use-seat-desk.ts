'use client';

import { useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { observeServerTime } from '@/components/booking/server-clock';
import { LiveContext, useLive } from '@/components/live/live-context';
import { followLive, needsAsking } from './follow-live';
import type { LegSeats } from './leg-seats';
import { SeatDesk } from './seat-desk';
import type { SeatService } from './seat-service';
import type { SeatState } from './seat-store';

/** How often a visible map is asked for while it does not come by itself. */
const askAgainMs = 10_000;

/** The desk of this page and what it shows; its maps follow what is published live. */
export function useSeatDesk(
  legs: LegSeats[],
  service: SeatService,
  shownLeg: number,
): { desk: SeatDesk; state: SeatState } {
  const [desk] = useState(() => new SeatDesk(legs, service));
  const live = useContext(LiveContext);
  const { subscribe, getState } = desk.store;
  const state = useSyncExternalStore(subscribe, getState, getState);
  const leg = desk.store.leg(shownLeg);
  const asOf = leg.seatMap?.asOf;
  const isAsking = needsAsking(useLive(), leg);

  useEffect(() => {
    if (asOf) observeServerTime(asOf);
  }, [asOf]);

  useEffect(() => (live ? followLive(desk, live) : undefined), [desk, live]);

  // Once on arrival too: a page from the browser's history may be an hour old.
  useEffect(() => void desk.refresh(shownLeg), [desk, shownLeg]);

  useEffect(() => {
    if (!isAsking) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void desk.refresh(shownLeg);
    }, askAgainMs);
    return () => clearInterval(timer);
  }, [desk, shownLeg, isAsking]);

  return { desk, state };
}
