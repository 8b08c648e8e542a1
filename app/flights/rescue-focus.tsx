'use client';

import { useEffect, useRef } from 'react';

type RescueFocusProps = {
  /** What the page shows; the focus can be lost only when this changes. */
  of: string;
  /** CSS selector of what takes the focus. */
  target: string;
};

/**
 * A link that takes a filter back may go with it. Where what had the focus is gone from the page, the target takes it,
 * without a jump; a focus that is somewhere stays there.
 */
export function RescueFocus({ of, target }: RescueFocusProps) {
  const focused = useRef<EventTarget | null>(null);
  const before = useRef(of);

  useEffect(() => {
    const remember = (event: FocusEvent) => {
      focused.current = event.target;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);

  useEffect(() => {
    if (before.current === of) return;
    before.current = of;
    const isGone = focused.current instanceof Element && !focused.current.isConnected;
    if (!isGone || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(target)?.focus({ preventScroll: true });
  }, [of, target]);
  return null;
}
