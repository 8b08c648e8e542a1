'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import type { TransactionView } from '@/server/booking/transaction-view';
import type { AirlineCode } from '@/server/domain/airline-code';
import { TransactionTrack } from './transaction-track';

export type NamedAirline = { code: AirlineCode; name: ReactNode };

type TransactionScreenProps = {
  kind: 'purchase' | 'cancellation';
  /** All airlines of the trip in canonical order with their drawn names; those without news are still being asked. */
  airlines: NamedAirline[];
  latest: TransactionView | null;
  isSlow: boolean;
};

/** The transaction on screen: a row for each airline and how far it has come. Takes the focus when it appears. */
export function TransactionScreen({ kind, airlines, latest, isSlow }: TransactionScreenProps) {
  const t = useTranslations('review.transaction');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isConfirmed = latest?.status === 'confirmed';

  return (
    <Card className="mx-auto max-w-2xl animate-rise">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 ref={heading} tabIndex={-1} className="display text-title outline-none">
          {t(kind === 'purchase' ? 'title' : 'cancelTitle')}
        </h1>
        {isSlow && !isConfirmed && (
          <Badge tone="warning" icon="clock">
            {t('pending')}
          </Badge>
        )}
      </div>
      <p className="mt-2 text-ink-muted">{t(kind === 'purchase' ? 'leave' : 'leaveCancel')}</p>
      <ul aria-live="polite" className="mt-6 divide-y divide-line border-y border-line">
        {airlines.map(({ code, name }) => {
          const state = latest?.progress.find((one) => one.airline === code)?.state ?? 'asking';
          return (
            <li key={code} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
              <span className="text-lg">{name}</span>
              <TransactionTrack kind={kind} state={isConfirmed ? 'confirmed' : state} />
            </li>
          );
        })}
      </ul>
      <div role="status" className="mt-5 min-h-12 text-sm">
        {isConfirmed && kind === 'purchase' && (
          <p className="font-semibold text-positive">{t('confirmedBody')}</p>
        )}
        {isSlow && !isConfirmed && <p className="text-ink-muted">{t('pendingBody')}</p>}
      </div>
      {isSlow && (
        <LinkButton href="/trips" variant="secondary" prefetch={false}>
          {t('trips')}
        </LinkButton>
      )}
    </Card>
  );
}
