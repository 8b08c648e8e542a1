'use client';

import { useEffect, useRef, useState } from 'react';
import type { TransactionView } from '@/server/booking/transaction-view';

/** A purchase over three airlines takes less than a second: look often at first. */
const firstLooksMs = 400;
const laterLooksMs = 2_000;

/** After this the page says that it takes longer than usual. */
const slowAfterMs = 8_000;

type Watched = { latest: TransactionView | null; isSlow: boolean };

type Watching = {
  outcomeHref: string;
  /** What the press led to is not known yet. */
  isOpen: boolean;
  /** The press itself is not answered yet. */
  isSending: boolean;
};

/**
 * What this site knows of an undecided transaction, asked for as long as it is open. A refusal that is heard before the
 * press is answered is of the press before it.
 */
export function useOutcome({ outcomeHref, isOpen, isSending }: Watching): Watched {
  const [watched, setWatched] = useState<Watched>({ latest: null, isSlow: false });
  const isAnswered = useRef(!isSending);
  isAnswered.current = !isSending;

  useEffect(() => {
    if (!isOpen) return;
    const leaving = new AbortController();
    const startedAt = performance.now();
    setWatched({ latest: null, isSlow: false });
    async function look() {
      const isSlow = performance.now() - startedAt > slowAfterMs;
      const heard = await readOutcome(outcomeHref, leaving.signal);
      if (leaving.signal.aborted) return;
      const latest = heard?.status === 'refused' && !isAnswered.current ? null : heard;
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
