import { useTranslations } from 'next-intl';
import { formatInstantTime } from '@/components/format/instant';
import { AirlineName } from '@/components/layout/airline-name';
import { classNames } from '@/components/ui/class-names';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import type { SearchAnswer } from '@/server/search/search-itineraries';

type AirlineState = SearchAnswer['airlines'][AirlineCode];

const dots: Record<AirlineState['state'], string> = {
  live: 'bg-positive',
  stale: 'border-2 border-warning',
  offline: 'bg-danger rounded-none rotate-45',
};

/** Which airlines the results speak for, and how old each one's data is. */
export function AirlineStates({ airlines }: { airlines: SearchAnswer['airlines'] }) {
  const t = useTranslations('flights.states');
  return (
    <ul aria-label={t('label')} className="flex flex-col gap-x-7 gap-y-2 text-sm sm:flex-row sm:flex-wrap">
      {airlineCodes.map((code) => (
        <li key={code} className="flex items-baseline gap-2">
          <span
            aria-hidden="true"
            className={classNames('size-2 shrink-0 rounded-full', dots[airlines[code].state])}
          />
          <span>
            <AirlineName airline={code} className="mr-1.5 align-bottom" />
            <StateText {...airlines[code]} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function StateText({ state, asOf }: AirlineState) {
  const t = useTranslations('flights.states');
  const time = asOf ? formatInstantTime(asOf) : 'none';
  return <span className={state === 'offline' ? 'text-danger' : 'text-ink-muted'}>{t(state, { time })}</span>;
}
