'use client';

import { useEffect, useRef } from 'react';

type FocusOnChangeProps = {
  of: string;
  /** CSS selector of what takes the focus. */
  target: string;
};

/** A link to more of the same page may be gone once it was followed: what is new takes the focus then, without a jump. */
export function FocusOnChange({ of, target }: FocusOnChangeProps) {
  const before = useRef(of);
  useEffect(() => {
    if (before.current === of) return;
    before.current = of;
    document.querySelector<HTMLElement>(target)?.focus({ preventScroll: true });
  }, [of, target]);
  return null;
}
