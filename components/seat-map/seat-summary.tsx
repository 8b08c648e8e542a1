'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { byJourney, type JourneyLabel } from '@/components/booking/by-journey';
import type { LegLabel } from '@/components/booking/leg-label';
import { airlineTints } from '@/components/layout/airline-tints';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Price } from '@/components/ui/price';
import { SubmitButton } from '@/components/ui/submit-button';
import { isComplete, type LegSeats, surchargeOf } from './leg-seats';

type SeatSummaryProps = {
  legs: LegSeats[];
  labels: LegLabel[];
  journeys: JourneyLabel[];
  fareTotalCents: number;
  shownLeg: number;
  onShowLeg: (legIndex: number) => void;
  continueAction: (form: FormData) => Promise<void>;
};

/** What is chosen and what it costs so far, and the way on: shut, with its reason, until everybody has a seat. */
export function SeatSummary(props: SeatSummaryProps) {
  const { legs, labels, journeys, fareTotalCents, shownLeg, onShowLeg, continueAction } = props;
  const t = useTranslations('seats.summary');
  const surchargeCents = legs.reduce((sum, leg) => sum + surchargeOf(leg), 0);
  const incomplete = legs.flatMap((leg, index) => (isComplete(leg) ? [] : [index]));
  const next = incomplete.find((index) => index !== shownLeg);
  const nextLabel = next === undefined || incomplete.includes(shownLeg) ? undefined : labels[next];
  const passengerCount = legs[0]?.assigned.length ?? 0;

  return (
    <aside
      aria-labelledby="seat-summary"
      className="rounded-card border border-line bg-surface p-5 shadow-card"
    >
      <h2 id="seat-summary" className="display text-heading">
        {t('title')}
      </h2>
      <div className="mt-4 space-y-4">
        {byJourney(journeys, legs).map(({ journey, firstIndex, items }) => (
          <SummaryJourney key={firstIndex} journey={journey} legs={items} labels={labels.slice(firstIndex)} />
        ))}
      </div>
      <dl className="mt-5 space-y-1.5 border-t border-line pt-4 text-sm">
        <Amount label={t('fares', { count: passengerCount })} cents={fareTotalCents} />
        <Amount label={t('seats')} cents={surchargeCents} />
        <div className="flex items-baseline justify-between gap-3 pt-2 text-base font-semibold">
          <dt>{t('total')}</dt>
          <dd>
            <Price cents={fareTotalCents + surchargeCents} className="text-xl" />
          </dd>
        </div>
      </dl>
      {nextLabel && next !== undefined && (
        <Button variant="secondary" className="mt-4 w-full" onClick={() => onShowLeg(next)}>
          {t('nextLeg', { from: nextLabel.from.iata, to: nextLabel.to.iata })}
        </Button>
      )}
      <ContinueForm
        legs={legs}
        labels={labels}
        totalCents={fareTotalCents + surchargeCents}
        onShowLeg={onShowLeg}
        continueAction={continueAction}
      />
    </aside>
  );
}

type SummaryJourneyProps = { journey: JourneyLabel; legs: LegSeats[]; labels: LegLabel[] };

/** The legs of one way; its day stands in its heading, and at a leg only where it is another. */
function SummaryJourney({ journey, legs, labels }: SummaryJourneyProps) {
  const t = useTranslations('journey');
  return (
    <div>
      {journey.direction && (
        <h3 className="mb-2 flex items-baseline justify-between gap-3 border-b border-line pb-1 text-sm">
          <span className="font-semibold">{t(journey.direction)}</span>
          <span className="text-ink-muted">{journey.date}</span>
        </h3>
      )}
      <ul className="space-y-3">
        {legs.map((leg, index) => (
          <SummaryLeg
            key={leg.legId}
            leg={leg}
            label={labels[index]}
            saidDate={journey.direction ? journey.date : null}
          />
        ))}
      </ul>
    </div>
  );
}

type SummaryLegProps = { leg: LegSeats; label: LegLabel | undefined; saidDate: string | null };

function SummaryLeg({ leg, label, saidDate }: SummaryLegProps) {
  if (!label) return null;
  return (
    <li className="flex gap-3">
      <span className={classNames('w-1 shrink-0 rounded-full', airlineTints[label.airline].solid)} />
      <div className="min-w-0 flex-1">
        <p className="flex justify-between gap-2 font-semibold">
          <span>
            {label.from.iata} → {label.to.iata}
          </span>
          <span className="figures text-right">{leg.assigned.map((seat) => seat ?? '–').join(' · ')}</span>
        </p>
        <p className="figures text-sm text-ink-muted">
          {label.flight} ·{' '}
          <span className="whitespace-nowrap">
            {label.departs}–{label.arrives}
          </span>
          {label.dayOffset && <sup>{label.dayOffset}</sup>}
          {label.date !== saidDate && <span className="block">{label.date}</span>}
        </p>
      </div>
    </li>
  );
}

function Amount({ label, cents }: { label: string; cents: number }) {
  return (
    <div className="flex justify-between gap-3">
      <dt className="text-ink-muted">{label}</dt>
      <dd>
        <Price cents={cents} />
      </dd>
    </div>
  );
}

/** More than these fill a phone's lower edge. */
const maxNamedLegs = 3;

type ContinueFormProps = Pick<SeatSummaryProps, 'legs' | 'labels' | 'onShowLeg' | 'continueAction'> & {
  totalCents: number;
};

function ContinueForm({ legs, labels, totalCents, onShowLeg, continueAction }: ContinueFormProps) {
  const t = useTranslations('seats.summary');
  const incomplete = legs.flatMap((leg, index) => (isComplete(leg) ? [] : [index]));
  const missingCount = legs.reduce(
    (sum, leg) => sum + leg.assigned.filter((seat) => seat === null).length,
    0,
  );
  const isPending = legs.some((leg) => Object.keys(leg.pending).length > 0);
  const isReady = incomplete.length === 0 && !isPending;
  const missingLegs = incomplete
    .map((index) => `${labels[index]?.from.iata}\u00a0→\u00a0${labels[index]?.to.iata}`)
    .join(', ');
  const missing =
    incomplete.length > maxNamedLegs
      ? t('missingMany', { count: missingCount, legs: incomplete.length })
      : t('missing', { count: missingCount, legs: missingLegs });

  function handleSubmit(event: FormEvent) {
    if (isReady) return;
    event.preventDefault();
    const first = incomplete[0];
    if (first !== undefined) onShowLeg(first);
  }
  return (
    <form
      action={continueAction}
      onSubmit={handleSubmit}
      className="max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 max-lg:grid max-lg:grid-cols-[1fr_auto] max-lg:items-center max-lg:gap-x-4 max-lg:border-t max-lg:border-line max-lg:bg-surface max-lg:px-4 max-lg:py-3 lg:mt-4"
    >
      {legs.map((leg) => (
        <input key={leg.legId} type="hidden" name={`seats ${leg.legId}`} value={leg.assigned.join(' ')} />
      ))}
      <p className="leading-tight lg:hidden">
        <span className="block text-xs text-ink-muted">{t('total')}</span>
        <Price cents={totalCents} className="text-lg font-semibold" />
      </p>
      <SubmitButton
        pendingLabel={t('continuing')}
        aria-disabled={!isReady || undefined}
        aria-describedby="continue-reason"
        className="lg:w-full"
      >
        <span className="sm:hidden">{t('continueShort')}</span>
        <span className="max-sm:hidden">{t('continue')}</span>
      </SubmitButton>
      <p
        id="continue-reason"
        className="text-sm text-ink-muted max-lg:col-span-2 max-lg:mt-1 max-lg:text-xs lg:mt-2 empty:hidden"
      >
        {missingCount > 0 ? missing : isPending && t('pending')}
      </p>
    </form>
  );
}
