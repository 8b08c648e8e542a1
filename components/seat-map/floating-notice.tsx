'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

type FloatingNoticeProps = {
  title?: string;
  sentence: string;
  onDismiss?: () => void;
  dismissLabel?: string;
  children?: ReactNode;
};

/** Over the foot of the page, so that nothing moves under the pointer. */
export function FloatingNotice({ title, sentence, onDismiss, dismissLabel, children }: FloatingNoticeProps) {
  return (
    <div className="fixed inset-x-3 bottom-24 z-30 mx-auto max-w-xl animate-rise rounded-card border border-line-strong bg-surface p-4 shadow-lifted lg:bottom-6">
      <div className="flex items-start gap-3">
        <Icon name="alert" className="mt-0.5 size-5 text-warning" />
        <div className="min-w-0 flex-1">
          {title && <p className="font-semibold">{title}</p>}
          <p className="text-sm">{sentence}</p>
        </div>
        {onDismiss && (
          <Button
            variant="quiet"
            size="small"
            aria-label={dismissLabel}
            onClick={onDismiss}
            className="-mt-1 -mr-1 px-2"
          >
            <Icon name="cross" className="size-4" />
          </Button>
        )}
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2 empty:hidden">{children}</div>
    </div>
  );
}
