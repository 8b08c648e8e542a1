'use client';

import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import type { LegLabel } from '@/components/booking/leg-label';
import { airlineTints } from '@/components/layout/airline-tints';
import { LogoMark } from '@/components/layout/logo-mark';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';

type LegTabsProps = {
  labels: LegLabel[];
  /** How many passengers still have no seat, by leg. */
  missing: number[];
  selected: number;
  onSelect: (legIndex: number) => void;
};

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** One tab for each leg, in its airline's colour; arrows move between them. */
export function LegTabs({ labels, missing, selected, onSelect }: LegTabsProps) {
  const t = useTranslations('seats');

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
      role="tablist"
      aria-label={t('legs')}
      onKeyDown={handleKey}
      className="grid auto-cols-fr grid-flow-col gap-1.5 sm:gap-3"
    >
      {labels.map((label, index) => (
        <LegTab
          key={label.legId}
          label={label}
          index={index}
          missing={missing[index] ?? 0}
          isSelected={index === selected}
          onSelect={onSelect}
        />
      ))}
    </div>
  );
}

type LegTabProps = {
  label: LegLabel;
  index: number;
  missing: number;
  isSelected: boolean;
  onSelect: (legIndex: number) => void;
};

function LegTab({ label, index, missing, isSelected, onSelect }: LegTabProps) {
  const t = useTranslations('seats');
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
