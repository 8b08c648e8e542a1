'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { useLive } from '@/components/live/live-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Spinner } from '@/components/ui/spinner';
import { isListStale, type Listed } from './offer-now';

type NoveltyButtonProps = {
  listed: Listed;
  texts: { news: string; update: string };
  /** Id of the heading that takes the focus once the list is new. */
  headingId: string;
};

/** Says that the list is no longer what the same search would answer, and waits: nothing moves until it is pressed. */
export function NoveltyButton({ listed, texts, headingId }: NoveltyButtonProps) {
  const live = useLive();
  const router = useRouter();
  const [isLoading, startLoading] = useTransition();
  const wasPressed = useRef(false);
  const isShown = isLoading || isListStale(listed, live);

  useEffect(() => {
    if (isShown || !wasPressed.current) return;
    wasPressed.current = false;
    document.getElementById(headingId)?.focus();
  }, [isShown, headingId]);

  function update(): void {
    wasPressed.current = true;
    startLoading(() => router.refresh());
  }
  return (
    <div role="status" className="pointer-events-none sticky top-8 z-20 flex h-0 items-center justify-center">
      {isShown && (
        <Button
          size="small"
          variant="secondary"
          onClick={update}
          className="pointer-events-auto animate-rise rounded-full border-brand-text text-brand-text shadow-lifted"
        >
          {isLoading ? <Spinner className="size-4" /> : <Icon name="refresh" className="size-4" />}
          <span>
            {texts.news} <span className="max-[22rem]:sr-only">— {texts.update}</span>
          </span>
        </Button>
      )}
    </div>
  );
}
