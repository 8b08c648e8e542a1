import { useTranslations } from 'next-intl';
import { LivePage } from '@/app/_trpc/live-page';
import { formatLongDate } from '@/components/format/local-date';
import { PageContainer } from '@/components/layout/page-container';
import { AirlineStates } from '@/components/search/airline-states';
import { DayLinks } from '@/components/search/day-links';
import { Filters } from '@/components/search/filters';
import { SearchForm } from '@/components/search/search-form';
import type { SearchRequest, SearchValues } from '@/components/search/search-request';
import { SortTabs } from '@/components/search/sort-tabs';
import { Alert } from '@/components/ui/alert';
import { Icon } from '@/components/ui/icon';
import { type RefusalCode, refusalCodes } from '@/server/errors';
import { refusalSentence } from '@/server/language/refusal-sentence';
import type { SearchAnswer } from '@/server/search/search-itineraries';
import { ItineraryList } from './itinerary-list';
import { allListedLegs } from './listed';
import { LiveList } from './live-list';
import { NoItineraries } from './no-itineraries';
import { NotForSale } from './not-for-sale';
import { findPlaceName } from './place-name';
import type { SearchContext } from './search-context';

type ResultsProps = {
  context: SearchContext;
  reading: { request: SearchRequest; values: SearchValues };
  answer: SearchAnswer;
  /** The `refused` parameter: why the itinerary that was chosen before could not be begun. */
  refused: string | string[] | undefined;
};

/** What the three airlines offer for one search. */
export function Results({ context, reading: { request, values }, answer, refused }: ResultsProps) {
  const t = useTranslations('flights');
  const bookable = answer.itineraries.filter((itinerary) => itinerary.bookable);
  const notForSale = answer.itineraries.filter((itinerary) => !itinerary.bookable);
  const dates = { first: context.today, last: context.lastDate };
  const refusal = refusalCodeOf(refused);
  return (
    <LivePage legIds={allListedLegs(answer.itineraries).map((leg) => leg.legId)}>
      <div className="border-b border-line bg-surface">
        <PageContainer className="space-y-5 py-7 sm:py-9">
          <SearchHeading request={request} />
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
            <EditSearch label={t('editSearch')}>
              <SearchForm places={context.places} values={values} dates={dates} />
            </EditSearch>
            <DayLinks request={request} dates={dates} />
          </div>
          <AirlineStates airlines={answer.airlines} />
        </PageContainer>
      </div>
      <PageContainer className="space-y-6 py-7 sm:py-9">
        {refusal && (
          <Alert tone="danger" role="alert" title={t('refusedTitle')}>
            <p>{refusalSentence(refusal, {})}</p>
          </Alert>
        )}
        <SortTabs request={request} bookable={bookable} />
        <Filters request={request} />
        <LiveList answer={answer} passengers={request.passengers}>
          {bookable.length > 0 ? (
            <ItineraryList request={request} itineraries={bookable} truncated={answer.truncated} />
          ) : (
            <NoItineraries request={request} dates={dates} waitsForAirline={notForSale.length > 0} />
          )}
          {notForSale.length > 0 && (
            <NotForSale itineraries={notForSale} airlines={answer.airlines} passengers={request.passengers} />
          )}
        </LiveList>
      </PageContainer>
    </LivePage>
  );
}

function SearchHeading({ request }: { request: SearchRequest }) {
  const t = useTranslations('flights');
  const [from, to] = [findPlaceName(request.from), findPlaceName(request.to)];
  return (
    <div>
      <h1 className="display flex flex-wrap items-center gap-x-3 text-title">
        <span className="sr-only">{t('title', { from, to })}</span>
        <span aria-hidden="true">{from}</span>
        <Icon name="arrow-right" className="size-7 text-brand-text" />
        <span aria-hidden="true">{to}</span>
      </h1>
      <p className="mt-1.5 text-ink-muted">
        {t('when', { date: formatLongDate(request.date), count: request.passengers })}
      </p>
    </div>
  );
}

function EditSearch({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <details className="group open:w-full">
      <summary className="inline-flex min-h-11 list-none items-center gap-2 rounded-button border border-line-strong px-4 text-sm font-semibold hover:border-brand-text hover:text-brand-text">
        <Icon name="search" className="size-4" /> {label}
        <Icon
          name="chevron-down"
          className="size-4 transition-transform duration-200 group-open:rotate-180"
        />
      </summary>
      <div className="pt-5">{children}</div>
    </details>
  );
}

function refusalCodeOf(refused: string | string[] | undefined): RefusalCode | null {
  return typeof refused === 'string' && Object.hasOwn(refusalCodes, refused)
    ? (refused as RefusalCode)
    : null;
}
