import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { formatDuration } from '@/components/format/duration';
import { formatDate } from '@/components/format/local-date';
import { formatDayOffset, formatTime } from '@/components/format/local-time';
import { formatMoney } from '@/components/format/money';
import { airlineTints } from '@/components/layout/airline-tints';
import { LogoMark } from '@/components/layout/logo-mark';
import { OfferNote } from '@/components/search/offer-note';
import type { SearchRequest } from '@/components/search/search-request';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { airlineIdentities } from '@/server/domain/airline-code';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { outboundNoteId } from './listed';
import { outboundListHref } from './step-href';

type ChosenOutboundProps = { request: SearchRequest; outbound: ItineraryView };

/**
 * The way there, chosen: in one line where there is room, also for what may become of it, with the way to choose another.
 * Its day stands above it there.
 */
export function ChosenOutbound({ request, outbound }: ChosenOutboundProps) {
  const t = useTranslations('results');
  const flights = useTranslations('flights');
  const airlines = [...new Set(outbound.legs.map((leg) => leg.airline))];
  return (
    <section
      aria-labelledby="chosen-outbound"
      className="flex flex-wrap items-center gap-x-6 gap-y-1.5 rounded-card border border-brand-text/40 bg-brand-soft px-4 py-2 text-sm"
    >
      <h2 id="chosen-outbound" className="flex items-center gap-1.5 font-semibold text-brand-text">
        <Icon name="check" className="size-4" /> {t('chosenOutbound')}
      </h2>
      <Ends outbound={outbound} />
      <p>
        {flights('stops', { count: outbound.stops })},{' '}
        <span className="figures">{formatDuration(outbound.durationMinutes)}</span>
      </p>
      <p className="flex gap-x-2">
        {airlines.map((airline) => (
          <Fragment key={airline}>
            <LogoMark airline={airline} className={classNames('size-5', airlineTints[airline].text)} />
            <span className="sr-only">{airlineIdentities[airline].name} </span>
          </Fragment>
        ))}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-5 max-sm:w-full sm:ml-auto">
        <p className="figures text-base font-semibold">{formatMoney(outbound.totalFareCents)}</p>
        <OfferNote id={outboundNoteId} itineraryId={outbound.id} />
        <Link
          href={outboundListHref(request)}
          prefetch={false}
          className="inline-flex min-h-9 items-center font-semibold text-brand-text underline underline-offset-4"
        >
          {t('changeOutbound')}
        </Link>
      </div>
    </section>
  );
}

function Ends({ outbound: { legs } }: { outbound: ItineraryView }) {
  const flights = useTranslations('flights');
  const [departs, arrives] = [legs[0]?.departsLocal ?? '', legs.at(-1)?.arrivesLocal ?? ''];
  const offset = formatDayOffset(departs, arrives);
  return (
    <p className="figures flex flex-wrap items-baseline gap-x-2">
      <span className="text-ink-muted lg:hidden">{formatDate(departs)}</span>
      <span className="text-base font-semibold">
        <time dateTime={departs}>{formatTime(departs)}</time> {legs[0]?.from}
        <span aria-hidden="true"> → </span>
        <time dateTime={arrives}>{formatTime(arrives)}</time> {legs.at(-1)?.to}
      </span>
      {offset && (
        <span className="text-xs font-semibold text-warning">
          {flights('dayOffset', { days: Number(offset) })}
        </span>
      )}
    </p>
  );
}
