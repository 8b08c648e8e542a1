'use client';

import type { ReactNode } from 'react';
import { formatInstantTime } from '@/components/format/instant';
import { classNames } from '@/components/ui/class-names';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { AirlineFreshness, FreshnessByAirline } from '@/server/replication/freshness';
import { useLive } from './live-context';
import { freshnessNow } from './live-store';

type StateText = { withTime: string; withoutTime: string };

/** `withTime` has `{time}` where the hour of the data stands. */
export type AirlineStripTexts = {
  label: string;
  lost: string;
  states: Record<AirlineFreshness['state'], StateText>;
};

const dots: Record<AirlineFreshness['state'], string> = {
  live: 'bg-positive',
  stale: 'border-2 border-warning',
  offline: 'bg-danger rounded-none rotate-45',
};

/** On a phone the dot says that all is well; anything else is said in words. */
const sentenceLooks: Record<AirlineFreshness['state'], string> = {
  live: 'text-ink-muted max-sm:sr-only',
  stale: 'text-ink-muted',
  offline: 'text-danger',
};

/** One airline of the strip. Its name is drawn by the server: the list of airlines would bring zod to the browser. */
export type AirlineStripItem = { code: AirlineCode; name: string; drawnName: ReactNode };

type AirlineStripProps = {
  items: AirlineStripItem[];
  /** As the server drew them; the live ones take their place. */
  airlines: FreshnessByAirline;
  texts: AirlineStripTexts;
};

/** Which airlines a page speaks for, and how old each one's data is; a change of state is also spoken. */
export function AirlineStrip({ items, airlines, texts }: AirlineStripProps) {
  const live = useLive();
  const stateOf = (code: AirlineCode) => freshnessNow(live, airlines, code);
  const spoken = items
    .filter(({ code }) => stateOf(code).state !== airlines[code].state)
    .map(({ code, name }) => `${name}: ${texts.states[stateOf(code).state].withoutTime}`);
  return (
    <div className="figures flex flex-wrap gap-x-5 gap-y-2 text-sm sm:gap-x-7">
      <ul aria-label={texts.label} className="contents">
        {items.map(({ code, drawnName }) => (
          <li
            key={code}
            className={classNames(
              'flex items-start gap-x-2',
              stateOf(code).state !== 'live' && 'max-sm:basis-full',
            )}
          >
            {drawnName}
            <span
              aria-hidden="true"
              className={classNames('mt-1.5 size-2 shrink-0 rounded-full', dots[stateOf(code).state])}
            />
            <span className={sentenceLooks[stateOf(code).state]}>{sentenceOf(stateOf(code), texts)}</span>
          </li>
        ))}
      </ul>
      {live.isLost && <p className="text-warning">{texts.lost}</p>}
      <p role="status" className="sr-only">
        {spoken.join('. ')}
      </p>
    </div>
  );
}

function sentenceOf({ state, asOf }: AirlineFreshness, { states }: AirlineStripTexts): string {
  const { withTime, withoutTime } = states[state];
  return asOf ? withTime.replace('{time}', formatInstantTime(asOf)) : withoutTime;
}
