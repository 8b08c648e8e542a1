import { LivePage } from '@/app/_trpc/live-page';
import { PageContainer } from '@/components/layout/page-container';
import { AirlineStates } from '@/components/search/airline-states';
import type { SearchValues } from '@/components/search/search-values';
import { ChosenOutbound } from './chosen-outbound';
import { FareDays } from './fare-days';
import { FilterPanel } from './filter-panel';
import { FocusOnChange } from './focus-on-change';
import { listLegs } from './listed';
import { LiveList } from './live-list';
import type { LoadedResults } from './load-results';
import { Offers } from './offers';
import { OutboundAlert } from './outbound-alert';
import { RefusalAlert } from './refusal-alert';
import { ResultsHeading, stepHeadingId } from './results-heading';
import { SearchActions } from './search-actions';
import type { SearchContext } from './search-context';
import { shownItineraries } from './shown-itineraries';
import { SkipToResults } from './skip-to-results';
import { StepRoad } from './step-road';

type ResultsProps = {
  context: SearchContext;
  values: SearchValues;
  results: LoadedResults;
  /** The `refused` parameter: why the itinerary that was chosen before could not be begun. */
  refused: string | string[] | undefined;
};

/** What the three airlines offer for one search, or for one of the two of a return trip. */
export function Results({ context, values, results, refused }: ResultsProps) {
  const { request, step, answer, outboundProblem } = results;
  const shown = shownItineraries(answer, request);
  const dates = { first: context.today, last: context.lastDate };
  const outbound = step.kind === 'return' ? step.outbound : null;
  const legs = listLegs([...(outbound ? [outbound] : []), ...shown.forSale, ...shown.notForSale]);
  return (
    <LivePage legIds={legs.map(({ legId }) => legId)}>
      <FocusOnChange of={`${step.kind} ${outbound?.id}`} target={`#${stepHeadingId}`} />
      <LiveList legs={legs} airlines={answer.airlines} passengers={request.passengers}>
        <SkipToResults />
        <div className="border-b border-line bg-surface">
          <PageContainer className="relative flex flex-col gap-3 py-4 sm:gap-4 sm:py-6">
            <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
              <StepRoad request={request} step={step} />
              <ResultsHeading request={request} step={step} />
              <SearchActions context={context} request={request} values={values} />
            </div>
            {outbound && <ChosenOutbound request={request} outbound={outbound} />}
            <AirlineStates airlines={answer.airlines} />
          </PageContainer>
        </div>
        <PageContainer className="space-y-5 py-5 sm:py-6">
          {outboundProblem ? <OutboundAlert problem={outboundProblem} /> : <RefusalAlert refused={refused} />}
          <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-4 lg:grid-cols-[17rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
            <FareDays request={request} dates={dates} week={results.week} month={results.month} />
            <FilterPanel request={request} facets={results.facets} />
            <Offers results={results} shown={shown} dates={dates} />
          </div>
        </PageContainer>
      </LiveList>
    </LivePage>
  );
}
