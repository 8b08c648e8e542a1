'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { LegLabel } from '@/components/booking/leg-label';
import { formatInstantTime } from '@/components/format/instant';
import { useLive } from '@/components/live/live-context';
import type { LiveState } from '@/components/live/live-store';
import { Button } from '@/components/ui/button';
import { FloatingNotice } from './floating-notice';
import { type LegSeats, tripHoldUntilMs } from './leg-seats';

type StaleMapProps = {
  legs: LegSeats[];
  /** The leg whose map is shown. */
  leg: LegSeats;
  label: Pick<LegLabel, 'airlineName' | 'flight'>;
  /** Something more urgent stands in its place: then it is only spoken. */
  isCovered: boolean;
  onRetry: () => void;
};

/**
 * Says why the map that is shown may not be true, and that the holds stand all the same: its flight is cancelled, its
 * airline does not answer, or nothing live arrives. Over the foot of the page: the map stays where it is.
 */
export function StaleMap({ legs, leg, label, isCovered, onRetry }: StaleMapProps) {
  const t = useTranslations('seats.stale');
  const live = useLive();
  const [isDismissed, setDismissed] = useState(false);
  const reason = reasonOf(leg, live);
  if (reason !== 'lost' && isDismissed) setDismissed(false);

  const untilMs = tripHoldUntilMs(legs);
  const time = leg.seatMap ? formatInstantTime(leg.seatMap.asOf) : '';
  const sentences = reason !== null && [
    t(reason, { airline: label.airlineName, flight: label.flight, time }),
    reason !== 'cancelled' &&
      untilMs !== null &&
      t('held', { time: formatInstantTime(new Date(untilMs).toISOString()) }),
  ];
  const sentence = sentences ? sentences.filter(Boolean).join(' ') : '';
  return (
    <>
      <p role="status" className="sr-only">
        {sentence}
      </p>
      {reason !== null && !isCovered && !isDismissed && (
        <FloatingNotice
          sentence={sentence}
          onDismiss={reason === 'lost' ? () => setDismissed(true) : undefined}
          dismissLabel={t('dismiss')}
        >
          {reason === 'silent' && (
            <Button size="small" variant="secondary" onClick={onRetry}>
              {t('retry')}
            </Button>
          )}
        </FloatingNotice>
      )}
    </>
  );
}

/** The weightiest reason; null while the map is true. Without a map there is nothing to doubt. */
function reasonOf(leg: LegSeats, { isLost, legs }: LiveState): 'cancelled' | 'silent' | 'lost' | null {
  if (legs.get(leg.legId)?.status === 'cancelled') return 'cancelled';
  if (leg.seatMap === null) return null;
  if (leg.silent) return 'silent';
  return isLost ? 'lost' : null;
}
