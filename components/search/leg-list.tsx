import { useTranslations } from 'next-intl';
import { formatDuration } from '@/components/format/duration';
import { formatDate } from '@/components/format/local-date';
import { formatTime } from '@/components/format/local-time';
import { AirlineName } from '@/components/layout/airline-name';
import { airlineTints } from '@/components/layout/airline-tints';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { Price } from '@/components/ui/price';
import { airlineIdentities } from '@/server/domain/airline-code';
import { findAirport } from '@/server/domain/airport';
import { flightDesignator } from '@/server/domain/leg';
import type { LegView } from '@/server/search/leg-view';
import { legMinutes } from './trajectory';

type LegListProps = { legs: LegView[]; connectionsMinutes: number[] };

/** Every leg of a trip in full: times at both ends, who flies it with what, its fare; between two, the connection. */
export function LegList({ legs, connectionsMinutes }: LegListProps) {
  return (
    <ol className="space-y-0">
      {legs.map((leg, index) => {
        const minutes = connectionsMinutes[index];
        const next = legs[index + 1];
        return (
          <li key={leg.legId}>
            <LegDetail leg={leg} />
            {minutes !== undefined && next && (
              <Connection arriving={leg} departing={next} minutes={minutes} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function LegDetail({ leg }: { leg: LegView }) {
  const t = useTranslations('flights');
  return (
    <div className="flex gap-4">
      <span
        aria-hidden="true"
        className={classNames('mt-2 mb-1 w-1 shrink-0 rounded-full', airlineTints[leg.airline].solid)}
      />
      <div className="min-w-0 flex-1 space-y-2 py-1">
        <LegEnd local={leg.departsLocal} iata={leg.from} />
        <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-ink-muted">
          <AirlineName airline={leg.airline} />
          <span className="figures">
            {flightDesignator(airlineIdentities[leg.airline].designator, leg.flightNumber)}
          </span>
          <span>{formatDuration(legMinutes(leg))}</span>
          <AircraftName code={leg.aircraft} />
          <span>
            <Price cents={leg.fareCents} /> {t('perPassenger')}
          </span>
        </p>
        <LegEnd local={leg.arrivesLocal} iata={leg.to} />
      </div>
    </div>
  );
}

function LegEnd({ local, iata }: { local: string; iata: string }) {
  const airport = findAirport(iata);
  return (
    <p className="flex gap-3">
      <time dateTime={local} className="figures w-12 shrink-0 font-semibold">
        {formatTime(local)}
      </time>
      <span className="min-w-0">
        {airport ? `${airport.city}, ${airport.name}` : iata} <span className="text-ink-muted">({iata})</span>
        <span className="block text-sm text-ink-muted">{formatDate(local)}</span>
      </span>
    </p>
  );
}

/** The trade name of an aircraft type; the code itself when we do not know it. */
function AircraftName({ code }: { code: string }) {
  const t = useTranslations('flights.aircraft');
  return <span>{t.has(code as '738') ? t(code as '738') : code}</span>;
}

type ConnectionProps = { arriving: LegView; departing: LegView; minutes: number };

function Connection({ arriving, departing, minutes }: ConnectionProps) {
  const t = useTranslations('flights.connection');
  const overnight = arriving.arrivesLocal.slice(0, 10) !== departing.departsLocal.slice(0, 10);
  const city = findAirport(arriving.to)?.city ?? arriving.to;
  return (
    <p className="my-3 flex flex-wrap items-center gap-x-2 gap-y-1 rounded-control bg-sunken px-3 py-2 text-sm text-ink-muted">
      <Icon name="clock" className="size-4" />
      <span>{t('wait', { city, duration: formatDuration(minutes) })}</span>
      {overnight && <span className="font-semibold text-warning">{t('overnight')}</span>}
      {arriving.to !== departing.from && (
        <span className="font-semibold text-warning">{t('airportChange', { airport: departing.from })}</span>
      )}
    </p>
  );
}
