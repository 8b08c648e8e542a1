'use client';

import { useEffect, useRef, useState } from 'react';
import { dueAnnouncement, remainingMs, type spokenSeconds } from './hold-countdown';
import { observeServerTime, serverNowMs } from './server-clock';

/** Four looks a second: the shown second is never late by more than a quarter. */
const lookMs = 250;

type Countdown = { leftMs: number; spoken: (typeof spokenSeconds)[number] | null };

/**
 * Milliseconds left until `untilMs` by the server's clock, and what a screen reader should hear about it. Before the
 * browser takes over it shows the time left at `renderedAt` (ISO 8601, the server's), so that both draw the same.
 */
export function useHoldCountdown(untilMs: number | null, renderedAt: string, onEnd: () => void): Countdown {
  const [nowMs, setNowMs] = useState(() => Date.parse(renderedAt));
  const [spoken, setSpoken] = useState<Countdown['spoken']>(null);
  const end = useRef(onEnd);
  end.current = onEnd;

  useEffect(() => observeServerTime(renderedAt), [renderedAt]);

  useEffect(() => {
    if (untilMs === null) return;
    let before = remainingMs(untilMs, serverNowMs());
    let ended = false;
    setSpoken(null);
    function look(until: number) {
      const now = serverNowMs();
      const left = remainingMs(until, now);
      const due = dueAnnouncement(before, left);
      before = left;
      setNowMs(now);
      if (due !== null) setSpoken(due);
      if (left > 0 || ended) return;
      ended = true;
      end.current();
    }
    look(untilMs);
    const timer = setInterval(look, lookMs, untilMs);
    return () => clearInterval(timer);
  }, [untilMs]);

  return { leftMs: untilMs === null ? 0 : remainingMs(untilMs, nowMs), spoken };
}
