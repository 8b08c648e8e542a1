'use client';

import { useEffect, useState } from 'react';
import type { TransactionView } from '@/server/booking/transaction-view';

/** A purchase over three airlines takes less than a second: look often at first. */
const firstLooksMs = 400;
const laterLooksMs = 2_000;

/** After this the page says that it takes longer than usual. */
export const slowAfterMs = 8_000;

type WatchedTransaction = { latest: TransactionView | null; isSlow: boolean };

/** Follows an undecided transaction while `isOpen`, by asking this site what is known of it. */
export function useTransaction(outcomeHref: string, isOpen: boolean): WatchedTransaction {
  const [watched, setWatched] = useState<WatchedTransaction>({ latest: null, isSlow: false });

  useEffect(() => {
    if (!isOpen) return;
    const leaving = new AbortController();
    const startedAt = performance.now();
    setWatched({ latest: null, isSlow: false });
    async function look() {
      const isSlow = performance.now() - startedAt > slowAfterMs;
      const latest = await readOutcome(outcomeHref, leaving.signal);
      if (leaving.signal.aborted) return;
      setWatched((known) => ({ latest: latest ?? known.latest, isSlow }));
      if (latest === null || latest.status === 'pending')
        setTimeout(look, isSlow ? laterLooksMs : firstLooksMs);
    }
    look();
    return () => leaving.abort();
  }, [outcomeHref, isOpen]);

  return watched;
}

/** What the site knows; null when nothing yet, or when it could not be asked (the next look may succeed). */
async function readOutcome(href: string, signal: AbortSignal): Promise<TransactionView | null> {
  try {
    const response = await fetch(href, { signal, headers: { accept: 'application/json' } });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
