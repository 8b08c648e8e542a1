import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { airportsOf } from '@/server/domain/airport';
import type { SearchRequest } from '../search-request';
import { AirportWords } from './airport-words';
import { FilterGroup } from './filter-group';
import { FilterRow } from './filter-row';

/** As many as are worth a look; the rest waits behind a disclosure. */
const shownAtOnce = 5;

type ConnectionFilterProps = { request: SearchRequest; connections: readonly string[] };

/**
 * Airports on the way, the most frequent first, each of which can be kept out of the trip. One that is chosen stays where
 * it stood, under the pointer and with the focus.
 */
export function ConnectionFilter({ request, connections }: ConnectionFilterProps) {
  const t = useTranslations('flights.filters');
  const ends = [request.from, request.to].flatMap(airportsOf);
  const airports = [...new Set([...connections, ...request.avoid])].filter((iata) => !ends.includes(iata));
  if (airports.length === 0) return null;
  const rows = airports.map((iata) => <AvoidRow key={iata} request={request} iata={iata} />);
  const rest = airports.slice(shownAtOnce);
  const chosen = rest.filter((iata) => request.avoid.includes(iata)).length;
  return (
    <FilterGroup label={t('avoid')}>
      <ul aria-label={t('avoid')}>{rows.slice(0, shownAtOnce)}</ul>
      {rest.length > 0 && (
        <More label={t('more', { count: rest.length, chosen })}>
          <ul aria-label={t('avoid')}>{rows.slice(shownAtOnce)}</ul>
        </More>
      )}
    </FilterGroup>
  );
}

function AvoidRow({ request, iata }: { request: SearchRequest; iata: string }) {
  const chosen = request.avoid.includes(iata);
  const others = request.avoid.filter((other) => other !== iata);
  return (
    <FilterRow
      shape="many"
      to={{ ...request, avoid: chosen ? others : [...others, iata].toSorted() }}
      chosen={chosen}
    >
      <AirportWords iata={iata} />
    </FilterRow>
  );
}

function More({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="-mx-2 flex min-h-10 pointer-coarse:min-h-11 list-none items-center gap-3 rounded-control px-2 text-sm font-semibold text-brand-text hover:bg-sunken">
        <Icon
          name="chevron-down"
          className="size-5 transition-transform duration-200 group-open:rotate-180"
        />
        {label}
      </summary>
      {children}
    </details>
  );
}
