'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import { type LiveState, type LiveStore, nothingLive } from './live-store';

/** The one live store of a tab; null on pages that listen to nothing. */
export const LiveContext = createContext<LiveStore | null>(null);

const unchanging = () => () => undefined;
const nothing = () => nothingLive;

/** The live state of this page; drawn anew with every event. Without JavaScript, and before the first event, nothing is live. */
export function useLive(): LiveState {
  const store = useContext(LiveContext);
  return useSyncExternalStore(store?.subscribe ?? unchanging, store?.getState ?? nothing, nothing);
}
