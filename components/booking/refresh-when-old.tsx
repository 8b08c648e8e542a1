'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { observeServerTime, serverNowMs } from './server-clock';

/** A page that was drawn longer ago than this comes from the browser's history, not from the server. */
const oldAfterMs = 10_000;

/**
 * Draws the page anew when the browser brings it back from its history: what can be pressed on it may have been done
 * meanwhile. `renderedAt`: when the server drew it, ISO 8601.
 */
export function RefreshWhenOld({ renderedAt }: { renderedAt: string }) {
  const router = useRouter();
  useEffect(() => {
    observeServerTime(renderedAt);
    function refreshOld() {
      if (serverNowMs() - Date.parse(renderedAt) > oldAfterMs) router.refresh();
    }
    refreshOld();
    const refreshKept = (event: PageTransitionEvent) => event.persisted && refreshOld();
    addEventListener('pageshow', refreshKept);
    return () => removeEventListener('pageshow', refreshKept);
  }, [router, renderedAt]);
  return null;
}
