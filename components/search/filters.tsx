import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { airlineTints } from '@/components/layout/airline-tints';
import { LogoMark } from '@/components/layout/logo-mark';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { flightsHref } from './flights-href';
import { defaultMaxStops, type SearchRequest } from './search-request';

const stopChoices = [0, 1, 2] as const;

/** Filters as links: each is a page of its own, works before JavaScript and goes back with the back button. */
export function Filters({ request }: { request: SearchRequest }) {
  const t = useTranslations('flights.filters');
  const filtered = request.airlines.length > 0 || request.maxStops !== defaultMaxStops;
  return (
    <div className="flex flex-col gap-x-8 gap-y-4 sm:flex-row sm:flex-wrap sm:items-center">
      <FilterGroup label={t('stops')}>
        {stopChoices.map((stops) => (
          <Chip
            key={stops}
            href={flightsHref({ ...request, maxStops: stops })}
            current={request.maxStops === stops}
          >
            {t('upToStops', { count: stops })}
          </Chip>
        ))}
      </FilterGroup>
      <FilterGroup label={t('airlines')}>
        {airlineCodes.map((code) => (
          <AirlineChip key={code} code={code} request={request} />
        ))}
      </FilterGroup>
      {filtered && (
        <Link
          href={flightsHref({ ...request, airlines: [], maxStops: defaultMaxStops })}
          scroll={false}
          prefetch={false}
          className="inline-flex min-h-9 items-center gap-1.5 text-sm font-semibold text-brand-text hover:underline"
        >
          <Icon name="cross" className="size-4" /> {t('clear')}
        </Link>
      )}
    </div>
  );
}

function FilterGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <span aria-hidden="true" className="text-sm text-ink-muted">
        {label}
      </span>
      <ul aria-label={label} className="flex flex-wrap gap-2">
        {children}
      </ul>
    </div>
  );
}

function AirlineChip({ code, request }: { code: AirlineCode; request: SearchRequest }) {
  const t = useTranslations('flights.filters');
  const names = useTranslations('airlines');
  const chosen = request.airlines.includes(code);
  const others = request.airlines.filter((other) => other !== code);
  return (
    <Chip href={flightsHref({ ...request, airlines: chosen ? others : [...others, code] })} current={chosen}>
      <LogoMark airline={code} className={classNames('size-4', airlineTints[code].text)} />
      {names(code)}
      {chosen && (
        <>
          <Icon name="cross" className="size-3.5" />
          <span className="sr-only">{t('remove')}</span>
        </>
      )}
    </Chip>
  );
}

type ChipProps = { href: string; current: boolean; children: ReactNode };

function Chip({ href, current, children }: ChipProps) {
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        aria-current={current ? 'true' : undefined}
        className={classNames(
          'inline-flex min-h-9 items-center gap-1.5 rounded-button border px-3.5 py-1 text-sm font-medium transition-colors duration-150',
          current
            ? 'border-brand-text bg-brand-soft text-brand-text'
            : 'border-line-strong bg-surface text-ink hover:border-brand-text hover:text-brand-text',
        )}
      >
        {children}
      </Link>
    </li>
  );
}
