import { useTranslations } from 'next-intl';
import { formatDuration } from '@/components/format/duration';
import { formatMoney } from '@/components/format/money';
import { airlineTints } from '@/components/layout/airline-tints';
import { airlineIdentities } from '@/server/domain/airline-code';
import { flightDesignator } from '@/server/domain/leg';
import type { LegView } from '@/server/search/leg-view';
import { separator } from './separator';
import { legMinutes } from './trajectory';

/** So few and the traveller should know. */
const fewSeats = 5;

/** Who flies a leg, how long, with which aircraft, at what fare, and the seats when few are left. */
export function LegFacts({ leg }: { leg: LegView }) {
  const t = useTranslations('flights');
  const { name, designator } = airlineIdentities[leg.airline];
  const facts = [
    formatDuration(legMinutes(leg)),
    aircraftName(leg.aircraft, t),
    `${formatMoney(leg.fareCents)} ${t('perPassenger')}`,
  ];
  return (
    <p className="trip-facts">
      <b className={airlineTints[leg.airline].text}>
        {`${name} ${flightDesignator(designator, leg.flightNumber)}`}
      </b>
      {`${separator}${facts.join(separator)}`}
      {leg.seatsLeft <= fewSeats && separator}
      {leg.seatsLeft <= fewSeats && <b className="trip-note">{t('seatsLeft', { count: leg.seatsLeft })}</b>}
    </p>
  );
}

/** The trade name of an aircraft type; the code itself when we do not know it. */
function aircraftName(code: string, t: ReturnType<typeof useTranslations<'flights'>>): string {
  const key = `aircraft.${code}` as 'aircraft.738';
  return t.has(key) ? t(key).replaceAll(' ', '\u00a0') : code;
}
