import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatDate } from '@/components/format/local-date';
import { Icon } from '@/components/ui/icon';
import { findAirport } from '@/server/domain/airport';
import { flightsHref } from './flights-href';

/** Pairs that show what the alliance is for: most of them need more than one airline. */
const popularRoutes = [
  { from: 'RBR', to: 'SSA' },
  { from: 'GRU', to: 'REC' },
  { from: 'MAO', to: 'FLN' },
  { from: 'POA', to: 'FOR' },
  { from: 'CNF', to: 'BPS' },
  { from: 'BEL', to: 'GIG' },
] as const;

type PopularRoutesProps = { served: ReadonlySet<string>; date: string };

/** Ready-made searches for one passenger on one day; only between airports that are served now. */
export function PopularRoutes({ served, date }: PopularRoutesProps) {
  const t = useTranslations('home');
  const routes = popularRoutes.filter(({ from, to }) => served.has(from) && served.has(to));
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
      {routes.map(({ from, to }) => (
        <li key={`${from}-${to}`}>
          <Link
            href={flightsHref({ from, to, date, passengers: 1 })}
            prefetch={false}
            aria-label={t('routeLink', { from: cityOf(from), to: cityOf(to) })}
            className="group flex h-full min-h-20 items-center justify-between gap-3 rounded-card border border-line bg-surface px-5 py-4 shadow-card transition-[border-color,box-shadow] duration-200 hover:border-brand-text hover:shadow-lifted"
          >
            <span className="min-w-0">
              <span className="flex flex-wrap items-center gap-x-2 font-semibold">
                {cityOf(from)}
                <span className="inline-flex items-center gap-x-2">
                  <Icon name="arrow-right" className="size-4 text-brand-text" /> {cityOf(to)}
                </span>
              </span>
              <span className="figures text-sm text-ink-muted">
                {from} – {to} · {formatDate(date)}
              </span>
            </span>
            <Icon
              name="chevron-right"
              className="size-5 text-ink-muted transition-transform duration-200 group-hover:translate-x-0.5"
            />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function cityOf(iata: string): string {
  return findAirport(iata)?.city ?? iata;
}
