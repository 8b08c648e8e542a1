'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { formatInstantTime } from '@/components/format/instant';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { clockFace, offerMoreTimeMs } from './hold-countdown';
import { useHoldCountdown } from './use-hold-countdown';

type HoldClockProps = {
  /** When the first hold of the trip ends, in ms since the epoch; null while nothing is held. */
  untilMs: number | null;
  /** When the server drew the page, ISO 8601. */
  renderedAt: string;
  onMoreTime: () => void;
  onEnd: () => void;
};

/** The one clock of the trip: how long the seats stay reserved, and the offer of more time before they go. */
export function HoldClock({ untilMs, renderedAt, onMoreTime, onEnd }: HoldClockProps) {
  const t = useTranslations('hold');
  const { leftMs, spoken } = useHoldCountdown(untilMs, renderedAt, onEnd);
  const [declinedUntilMs, setDeclinedUntilMs] = useState<number | null>(null);
  const ending = untilMs !== null && leftMs > 0 && leftMs <= offerMoreTimeMs;
  const isOffering = ending && declinedUntilMs !== untilMs;
  const extend = useRef<HTMLButtonElement>(null);
  // After the dialog's own effect, which opens it: what is not shown cannot take the focus.
  useEffect(() => {
    if (isOffering) extend.current?.focus();
  }, [isOffering]);

  return (
    <div className="flex min-h-11 items-center gap-3">
      <span
        className={classNames(
          'grid size-10 shrink-0 place-items-center rounded-full max-sm:hidden',
          ending ? 'bg-warning-soft text-warning' : 'bg-brand-soft text-brand-text',
        )}
      >
        <Icon name="clock" />
      </span>
      {untilMs === null ? (
        <p className="text-sm">
          <span className="block font-semibold">{t('none')}</span>
          <span className="text-ink-muted max-sm:sr-only">{t('noneDetail')}</span>
        </p>
      ) : (
        <>
          <p className="min-w-0 leading-tight">
            <span role="timer" aria-label={t('label')} className="figures block text-xl font-semibold">
              {clockFace(leftMs)}
            </span>
            <span className="text-xs whitespace-nowrap text-ink-muted sm:text-sm">
              <span className="max-sm:sr-only">{t('reserved')} </span>
              {t('until', { time: formatInstantTime(new Date(untilMs).toISOString()) })}
            </span>
          </p>
          <Button variant="secondary" size="small" onClick={onMoreTime} className="whitespace-nowrap">
            {t('moreTime')}
          </Button>
        </>
      )}
      <p role="status" className="sr-only">
        {spoken !== null && t(`spoken.${spoken}`)}
      </p>
      <Dialog
        open={isOffering}
        onClose={() => setDeclinedUntilMs(untilMs)}
        title={t('dialogTitle')}
        closeLabel={t('close')}
      >
        <p className="text-ink-muted">{t('dialogBody')}</p>
        <p aria-hidden="true" className="display figures my-5 text-center text-display">
          {clockFace(leftMs)}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button
            ref={extend}
            onClick={() => {
              setDeclinedUntilMs(untilMs);
              onMoreTime();
            }}
          >
            {t('extend')}
          </Button>
          <Button variant="quiet" onClick={() => setDeclinedUntilMs(untilMs)}>
            {t('letEnd')}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
