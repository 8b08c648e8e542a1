import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import type { SearchParams } from '@/components/search/search-params';
import { readSearchRequest } from '@/components/search/search-request';
import { wayOf } from '@/components/search/way';
import { getAirline } from '@/server/boot';
import { findStep } from './find-step';
import { loadResults } from './load-results';
import { findPlaceName } from './place-name';
import { RefusedSearch } from './refused-search';
import { Results } from './results';
import { loadSearchContext } from './search-context';

type FlightsPageProps = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: FlightsPageProps): Promise<Metadata> {
  await connection();
  const airline = getAirline();
  const [flights, t] = await Promise.all([getTranslations('flights'), getTranslations('results')]);
  const reading = readSearchRequest(await searchParams, await loadSearchContext(airline));
  if (!reading.ok) return { title: flights('titleSearch') };
  const { step } = await findStep(airline, reading.request);
  const outbound = step.kind === 'return' ? step.outbound.id : null;
  const { from, to } = wayOf({ ...reading.request, outbound });
  const places = { from: findPlaceName(from), to: findPlaceName(to) };
  if (step.kind === 'only') return { title: flights('title', places) };
  return { title: t(step.kind === 'return' ? 'titleReturn' : 'titleOutbound', places) };
}

/** The search is the address. What cannot be searched for comes back as the form with the reasons at its fields. */
export default async function FlightsPage({ searchParams }: FlightsPageProps) {
  const airline = getAirline();
  const params = await searchParams;
  const context = await loadSearchContext(airline);
  const reading = readSearchRequest(params, context);
  if (!reading.ok) {
    const untouched = params.from === undefined && params.to === undefined;
    return (
      <RefusedSearch
        context={context}
        values={reading.values}
        errors={untouched ? [] : reading.errors}
        refused={params.refused}
      />
    );
  }

  const { request, values } = reading;
  const outcome = await loadResults(airline, request, { first: context.today, last: context.lastDate });
  if (!outcome.ok) return <RefusedSearch context={context} values={values} refusal={outcome.refusal} />;
  return <Results context={context} values={values} results={outcome.results} refused={params.refused} />;
}
