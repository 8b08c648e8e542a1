'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { byJourney, type JourneyLabel } from '@/components/booking/by-journey';
import type { LegLabel } from '@/components/booking/leg-label';
import { airlineTints } from '@/components/layout/airline-tints';
import { LogoMark } from '@/components/layout/logo-mark';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';

type LegTabsProps = {
  labels: LegLabel[];
  journeys: JourneyLabel[];
  /** How many passengers still have no seat, by leg. */
  missing: number[];
  selected: number;
  onSelect: (legIndex: number) => void;
};

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** By how many legs a journey has: more of the width, so that all tabs are of one size. */
const shares = ['', 'grow lg:basis-33', 'grow-2 lg:basis-69', 'grow-3 lg:basis-105', 'grow-4 lg:basis-141'];

/** One tab for each leg, in its airline's colour, under the way that it belongs to; arrows move between them. */
export function LegTabs({ labels, journeys, missing, selected, onSelect }: LegTabsProps) {
  const t = useTranslations('seats');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (list.current) centre(list.current, `#leg-tab-${selected}`);
  }, [selected]);

  function handleKey(event: KeyboardEvent<HTMLElement>) {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (selected + step + labels.length) % labels.length;
    onSelect(next);
    event.currentTarget.querySelector<HTMLElement>(`#leg-tab-${next}`)?.focus();
  }

  return (
    <div
      ref={list}
      role="tablist"
      aria-label={t('legs')}
      onKeyDown={handleKey}
      className="-mx-4 flex gap-x-4 gap-y-3 overflow-x-auto px-4 py-1.5 sm:-mx-6 sm:px-6 lg:mx-0 lg:flex-wrap lg:overflow-visible lg:px-0"
    >
      {byJourney(journeys, labels).map(({ journey, firstIndex, items }) => (
        <div key={firstIndex} className={classNames('shrink-0 lg:min-w-0', shares[items.length] ?? 'grow')}>
          <JourneyCaption journey={journey} />
          <div className="grid auto-cols-[minmax(6.75rem,1fr)] grid-flow-col gap-1.5 sm:gap-3 lg:auto-cols-[minmax(8.25rem,1fr)]">
            {items.map((label, place) => (
              <LegTab
                key={label.legId}
                label={label}
                journey={journey}
                index={firstIndex + place}
                missing={missing[firstIndex + place] ?? 0}
                isSelected={firstIndex + place === selected}
                onSelect={onSelect}
              />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

/** Moves a list sideways until one of its tabs is in its middle; the page stays where it is. */
function centre(list: HTMLElement, tab: string) {
  const shown = list.querySelector(tab)?.getBoundingClientRect();
  if (!shown) return;
  const { left, width } = list.getBoundingClientRect();
  list.scrollBy({ left: shown.left + shown.width / 2 - (left + width / 2) });
}

/** Says on sight which way the tabs under it belong to; each tab says it by itself to a screen reader. */
function JourneyCaption({ journey }: { journey: JourneyLabel }) {
  const t = useTranslations('journey');
  if (!journey.direction) return null;
  return (
    <p aria-hidden="true" className="mb-1.5 text-sm whitespace-nowrap">
      <span className="font-semibold">{t(journey.direction)}</span>{' '}
      <span className="text-ink-muted">
        {journey.from} → {journey.to}
      </span>
    </p>
  );
}

type LegTabProps = {
  label: LegLabel;
  journey: JourneyLabel;
  index: number;
  missing: number;
  isSelected: boolean;
  onSelect: (legIndex: number) => void;
};

function LegTab({ label, journey, index, missing, isSelected, onSelect }: LegTabProps) {
  const t = useTranslations('seats');
  const directions = useTranslations('journey');
  const tint = airlineTints[label.airline];
  const state = missing === 0 ? t('legComplete') : t('legMissing', { count: missing });
  return (
    <button
      type="button"
      role="tab"
      id={`leg-tab-${index}`}
      aria-selected={isSelected}
      aria-controls="leg-panel"
      tabIndex={isSelected ? 0 : -1}
      onClick={() => onSelect(index)}
      className={classNames(
        'relative min-w-0 overflow-hidden rounded-card border px-2.5 pt-3.5 pb-2.5 text-left sm:px-4',
        isSelected
          ? 'border-line-strong bg-surface shadow-card'
          : 'border-line bg-sunken text-ink-muted hover:border-line-strong',
      )}
    >
      <span className={classNames('absolute inset-x-0 top-0', isSelected ? 'h-1.5' : 'h-1', tint.solid)} />
      <span className={classNames('flex items-center gap-1.5 text-xs font-semibold sm:text-sm', tint.text)}>
        <LogoMark airline={label.airline} className="size-4 shrink-0" />
        {journey.direction && <span className="sr-only">{directions(journey.direction)}, </span>}
        <span className="truncate">{label.flight}</span>
      </span>
      <span className="mt-0.5 block text-sm font-semibold whitespace-nowrap text-ink sm:text-base">
        {label.from.iata} <span className="text-ink-muted">→</span> {label.to.iata}
      </span>
      <span className="figures block text-xs text-ink-muted sm:text-sm">
        <span className="whitespace-nowrap">
          {label.departs}–{label.arrives}
        </span>
        {label.dayOffset && <sup>{label.dayOffset}</sup>}
        <span className="max-sm:hidden"> · {label.date}</span>
      </span>
      <span
        className={classNames(
          'mt-1.5 flex items-center gap-1 text-xs font-medium',
          missing === 0 ? 'text-positive' : 'text-ink-muted',
        )}
      >
        {missing === 0 && <Icon name="check" className="size-4" />}
        {state}
      </span>
    </button>
  );
}
