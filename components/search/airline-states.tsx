import { useTranslations } from 'next-intl';
import { AirlineName } from '@/components/layout/airline-name';
import { AirlineStrip, type AirlineStripTexts } from '@/components/live/airline-strip';
import { type AirlineCode, airlineCodes, airlineIdentities } from '@/server/domain/airline-code';
import type { FreshnessByAirline } from '@/server/replication/freshness';

type AirlineStatesProps = { airlines: FreshnessByAirline; shown?: readonly AirlineCode[] };

/** Which airlines a page speaks for, and how old each one's data is; live inside a `LivePage`, else as drawn. */
export function AirlineStates({ airlines, shown = airlineCodes }: AirlineStatesProps) {
  const t = useTranslations('flights.states');
  const textOf = (state: keyof AirlineStripTexts['states']) => ({
    withTime: t(state, { time: '{time}' }),
    withoutTime: t(state, { time: 'none' }),
  });
  const states = { live: textOf('live'), stale: textOf('stale'), offline: textOf('offline') };
  const items = shown.map((code) => ({
    code,
    name: airlineIdentities[code].name,
    drawnName: <AirlineName airline={code} />,
  }));
  return (
    <AirlineStrip items={items} airlines={airlines} texts={{ label: t('label'), lost: t('lost'), states }} />
  );
}
