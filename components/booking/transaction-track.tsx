'use client';

import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { Spinner } from '@/components/ui/spinner';
import type { TransactionProgress } from '@/server/booking/transaction-view';

type ProgressState = TransactionProgress[number]['state'];

const stations = ['asking', 'prepared', 'confirmed'] as const;

type TransactionTrackProps = { kind: 'purchase' | 'cancellation'; state: ProgressState };

/** reservando › votou sim › confirmado: where one airline stands. Only the present station is read aloud. */
export function TransactionTrack({ kind, state }: TransactionTrackProps) {
  const t = useTranslations(
    kind === 'purchase' ? 'review.transaction.state' : 'review.transaction.cancelState',
  );
  if (state === 'refused') {
    return (
      <span className="flex items-center gap-2 text-sm font-semibold text-danger">
        <Icon name="cross" className="size-4" />
        {t('refused')}
      </span>
    );
  }
  const reached = stations.indexOf(state);
  return (
    <span className="flex items-center gap-1 text-xs whitespace-nowrap sm:gap-2 sm:text-sm">
      <span className="sr-only">{t(state)}</span>
      {stations.map((station, index) => (
        <span
          key={station}
          aria-hidden="true"
          className={classNames(
            'flex items-center gap-1 transition-colors sm:gap-1.5 duration-300',
            index === reached && 'font-semibold',
            index > reached && 'text-ink-muted',
            index <= reached && (state === 'confirmed' ? 'text-positive' : 'text-brand-text'),
          )}
        >
          {index > 0 && <Icon name="chevron-right" className="size-4 text-line-strong" />}
          <StationMark isDone={index < reached || state === 'confirmed'} isHere={index === reached} />
          {t(station)}
        </span>
      ))}
    </span>
  );
}

function StationMark({ isDone, isHere }: { isDone: boolean; isHere: boolean }) {
  if (isDone) return <Icon name="check" className="size-4" />;
  if (isHere) return <Spinner className="size-4" />;
  return <span className="size-2.5 rounded-full border-2 border-line-strong" />;
}
