import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDuration, isoDuration } from '@/components/format/duration';
import { formatDayOffset, formatTime } from '@/components/format/local-time';
import { formatMoney } from '@/components/format/money';
import { AirlineName } from '@/components/layout/airline-name';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { airlineIdentities } from '@/server/domain/airline-code';
import { flightDesignator } from '@/server/domain/leg';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { LegList } from './leg-list';
import { Trajectory } from './trajectory';

type ItineraryCardProps = {
  itinerary: ItineraryView;
  passengers: number;
  /** A word under the price, where there is one. */
  note?: ReactNode;
  /** The way to choose it, or the reason why one cannot. */
  action: ReactNode;
};

/** One way to get there: times, line, price; all of its legs behind a disclosure. */
export function ItineraryCard({ itinerary, passengers, note, action }: ItineraryCardProps) {
  const t = useTranslations('flights');
  return (
    <article
      aria-label={cardName(itinerary, t)}
      className="overflow-clip rounded-card border border-line bg-surface shadow-card transition-shadow duration-200 hover:shadow-lifted"
    >
      <div className="grid lg:grid-cols-[minmax(0,1fr)_15rem]">
        <div className="space-y-3.5 p-5 sm:p-6">
          <Times itinerary={itinerary} />
          <FlightLine itinerary={itinerary} />
          {itinerary.legs.length > 1 && <Connections itinerary={itinerary} />}
        </div>
        <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3 border-t border-line p-5 sm:p-6 lg:flex-col lg:items-stretch lg:justify-center lg:border-t-0 lg:border-l">
          <div className="lg:text-right">
            <p className="figures text-2xl font-semibold tracking-tight">
              {formatMoney(itinerary.totalFareCents)}
            </p>
            <p className="text-sm text-ink-muted">{t('totalFor', { count: passengers })}</p>
            {note}
          </div>
          {action}
        </div>
      </div>
      <details className="group border-t border-line">
        <summary className="flex min-h-12 list-none items-center justify-between gap-3 px-5 py-2 text-sm font-medium text-ink-muted hover:text-brand-text sm:px-6">
          {t('showLegs', { count: itinerary.legs.length })}
          <Icon
            name="chevron-down"
            className="size-5 transition-transform duration-200 group-open:rotate-180"
          />
        </summary>
        <div className="px-5 pt-2 pb-6 sm:px-6">
          <LegList legs={itinerary.legs} connectionsMinutes={itinerary.connectionsMinutes} />
        </div>
      </details>
    </article>
  );
}

function cardName(itinerary: ItineraryView, t: ReturnType<typeof useTranslations<'flights'>>): string {
  const [first, last] = endsOf(itinerary);
  return t('cardName', {
    departs: formatTime(first.departsLocal),
    arrives: formatTime(last.arrivesLocal),
    stops: itinerary.stops,
    price: formatMoney(itinerary.totalFareCents),
  });
}

type Leg = ItineraryView['legs'][number];

/** First and last leg; an itinerary has at least one. */
function endsOf({ legs }: ItineraryView): [Leg, Leg] {
  const [first] = legs;
  const last = legs.at(-1);
  if (!first || !last) throw new Error('an itinerary has at least one leg');
  return [first, last];
}

function Times({ itinerary }: { itinerary: ItineraryView }) {
  const t = useTranslations('flights');
  const [first, last] = endsOf(itinerary);
  const offset = formatDayOffset(first.departsLocal, last.arrivesLocal);
  return (
    <div className="grid grid-cols-[auto_1fr_auto] items-center gap-x-4 sm:gap-x-6">
      <End local={first.departsLocal} iata={first.from} />
      <div className="min-w-0 space-y-1.5 text-center">
        <time
          dateTime={isoDuration(itinerary.durationMinutes)}
          className="figures block text-sm text-ink-muted"
        >
          {formatDuration(itinerary.durationMinutes)}
        </time>
        <Trajectory itinerary={itinerary} />
        <p className="text-sm font-medium">{t('stops', { count: itinerary.stops })}</p>
      </div>
      <End
        local={last.arrivesLocal}
        iata={last.to}
        offset={offset && <DayOffset offset={offset} label={t('dayOffset', { days: Number(offset) })} />}
      />
    </div>
  );
}

function End({ local, iata, offset }: { local: string; iata: string; offset?: ReactNode }) {
  return (
    <div className={offset ? 'pr-3' : undefined}>
      <p className="figures relative w-fit text-2xl leading-tight font-semibold tracking-tight">
        <time dateTime={local}>{formatTime(local)}</time>
        {offset}
      </p>
      <p className="text-sm font-medium text-ink-muted">{iata}</p>
    </div>
  );
}

function DayOffset({ offset, label }: { offset: string; label: string }) {
  return (
    <sup className="absolute -top-1 left-full pl-0.5 text-xs font-semibold text-warning">
      <span aria-hidden="true">{offset}</span>
      <span className="sr-only">{label}</span>
    </sup>
  );
}

function Connections({ itinerary }: { itinerary: ItineraryView }) {
  const t = useTranslations('flights');
  const waits = itinerary.connectionsMinutes.map((minutes, index) => {
    return `${itinerary.legs[index]?.to} ${formatDuration(minutes)}`;
  });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-muted">
      <p>
        {t('waits', { count: waits.length })} <span className="figures">{waits.join(' · ')}</span>
      </p>
      <Badge tone="brand" icon="link">
        {t('oneBuy')}
      </Badge>
    </div>
  );
}

function FlightLine({ itinerary }: { itinerary: ItineraryView }) {
  const t = useTranslations('flights');
  return (
    <ul aria-label={t('operators')} className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
      {itinerary.legs.map((leg) => (
        <li key={leg.legId} className="flex items-center gap-2">
          <AirlineName airline={leg.airline} />
          <span className="figures text-ink-muted">
            {flightDesignator(airlineIdentities[leg.airline].designator, leg.flightNumber)}
          </span>
        </li>
      ))}
    </ul>
  );
}
