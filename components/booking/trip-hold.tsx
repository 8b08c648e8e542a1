'use client';

import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { legSeatsOf, tripHoldUntilMs } from '@/components/seat-map/leg-seats';
import { SeatDesk } from '@/components/seat-map/seat-desk';
import type { SeatService } from '@/components/seat-map/seat-service';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { HoldClock } from './hold-clock';

type TripHoldProps = {
  holds: { legId: string; seats: string[]; holdUntil: string }[];
  renderedAt: string;
  seatsHref: string;
  service: SeatService;
};

/** The trip's clock after the seats were chosen, and what to do when it runs out: the same seats again, or others. */
export function TripHold({ holds, renderedAt, seatsHref, service }: TripHoldProps) {
  const t = useTranslations('hold');
  const [desk] = useState(
    () =>
      new SeatDesk(
        holds.map(({ legId, seats, holdUntil }) =>
          legSeatsOf({ legId, seatMap: null, heldSeats: seats, holdUntil, passengerCount: seats.length }),
        ),
        service,
      ),
  );
  const { subscribe, getState } = desk.store;
  const { legs, expiredSeats, notice } = useSyncExternalStore(subscribe, getState, getState);
  const seats = expiredSeats?.flat().filter((seat) => seat !== null) ?? [];
  const untilMs = tripHoldUntilMs(legs);

  return (
    <div className="sticky top-2 z-20 space-y-3">
      {untilMs !== null && (
        <div className="rounded-card border border-line bg-surface px-3 py-2 shadow-card sm:px-4">
          <HoldClock
            untilMs={untilMs}
            renderedAt={renderedAt}
            onMoreTime={() => desk.extend()}
            onEnd={() => desk.expire()}
          />
        </div>
      )}
      {expiredSeats && (
        <Alert tone="danger" role="alert" title={t('expiredTitle')}>
          <p>{t('expiredBody', { count: seats.length, seats: seats.join(', ') })}</p>
          <div className="flex flex-wrap gap-2 pt-2">
            <Button size="small" onClick={() => desk.tryAgain()}>
              {t('tryAgain')}
            </Button>
            <LinkButton href={seatsHref} size="small" variant="secondary">
              {t('chooseOthers')}
            </LinkButton>
          </div>
        </Alert>
      )}
      {(notice?.kind === 'lost' || notice?.kind === 'refused') && (
        <Alert tone="warning" role="alert">
          <p>
            {notice.kind === 'lost'
              ? t('lost', { seat: notice.seat })
              : notice.refusal.sentence || t('refused')}
          </p>
          <LinkButton href={seatsHref} size="small" variant="secondary" className="mt-2">
            {t('chooseOthers')}
          </LinkButton>
        </Alert>
      )}
    </div>
  );
}
