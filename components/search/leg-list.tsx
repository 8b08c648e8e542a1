import { useTranslations } from 'next-intl';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { LegView } from '@/server/search/leg-view';
import { Connection } from './connection';
import { LegEnd } from './leg-end';
import { LegFacts } from './leg-facts';
import './leg-list.css';
import { arrivalOf, departureOf, isOverTimeZones } from './trip-end';

type LegListProps = { legs: LegView[]; connectionsMinutes: number[] };

const lines: Record<AirlineCode, string> = {
  rumos: 'border-rumos',
  giro: 'border-giro',
  boreal: 'border-boreal',
};

/** Every leg of a trip in full: times at both ends, who flies it with what, its fare; between two, the connection. */
export function LegList({ legs, connectionsMinutes }: LegListProps) {
  const t = useTranslations('flights.connection');
  const isInterline = new Set(legs.map(({ airline }) => airline)).size > 1;
  const trip = { beginsLocal: legs[0]?.departsLocal ?? '', showZone: isOverTimeZones(legs) };
  return (
    <div>
      <ol className="trip-legs">
        {legs.flatMap((leg, index) => {
          const before = legs[index - 1];
          const departure = departureOf(leg);
          const minutes = connectionsMinutes[index - 1] ?? 0;
          return [
            before && (
              <Connection key={`at ${leg.from}`} arriving={before} departing={leg} minutes={minutes} />
            ),
            <li key={leg.from} className={lines[leg.airline]}>
              <LegEnd end={departure} before={before && arrivalOf(before)} {...trip} />
              <LegFacts leg={leg} />
              <LegEnd end={arrivalOf(leg)} before={departure} {...trip} />
            </li>,
          ];
        })}
      </ol>
      {isInterline && <p className="mt-4 text-sm text-ink-muted">{t('allOrNothing')}</p>}
    </div>
  );
}
