'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/link-button';
import type { TransactionView } from '@/server/booking/transaction-view';
import type { LegLabel } from './leg-label';

/** Codes after which other seats must be chosen. */
const seatCodes = [
  'SEAT_TAKEN',
  'SEAT_CONTESTED',
  'SEAT_UNKNOWN',
  'HOLD_EXPIRED',
  'SEATS_DIFFER_FROM_PASSENGERS',
];
/** Codes after which another flight must be found. */
const flightCodes = ['LEG_CANCELLED', 'LEG_UNKNOWN', 'CUT_OFF_PASSED', 'ITINERARY_IMPOSSIBLE'];

type RefusedPurchaseProps = { draftId: string; view: TransactionView; labels: LegLabel[] };

/**
 * Not concluded: what happened to seats and money, on which leg, and the way on. Takes the focus. It stands on a page
 * that has all seats: those of a hold that had ended were held again by then.
 */
export function RefusedPurchase({ draftId, view, labels }: RefusedPurchaseProps) {
  const t = useTranslations('review.refused');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { refusal } = view;
  if (!refusal) return null;
  const leg = labels.find((label) => label.legId === refusal.legId);
  const needsSeats = seatCodes.includes(refusal.code);
  const needsFlights = flightCodes.includes(refusal.code);

  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <Alert tone="danger" role="alert" title={t('title')}>
        <p>{refusal.code === 'HOLD_EXPIRED' ? t('heldAgain') : refusal.sentence}</p>
        {leg && <p>{t('legs', { from: leg.from.city, to: leg.to.city, flight: leg.flight })}</p>}
        <p className="font-semibold">{t('nothingSold')}</p>
        {needsSeats && (
          <LinkButton href={`/book/${draftId}/seats`} size="small" className="mt-2">
            {t('seats')}
          </LinkButton>
        )}
        {needsFlights && (
          <LinkButton href="/" size="small" className="mt-2">
            {t('flights')}
          </LinkButton>
        )}
      </Alert>
    </div>
  );
}
