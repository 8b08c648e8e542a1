import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { readSearchRequest, type SearchParams } from '@/components/search/search-request';
import { getAirline } from '@/server/boot';
import { findPlaceName } from './place-name';
import { RefusedSearch } from './refused-search';
import { Results } from './results';
import { runSearch } from './run-search';
import { loadSearchContext } from './search-context';

type FlightsPageProps = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: FlightsPageProps): Promise<Metadata> {
  await connection();
  const t = await getTranslations('flights');
  const reading = readSearchRequest(await searchParams, await loadSearchContext(getAirline()));
  if (!reading.ok) return { title: t('titleSearch') };
  const { from, to } = reading.request;
  return { title: t('title', { from: findPlaceName(from), to: findPlaceName(to) }) };
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
      <RefusedSearch context={context} values={reading.values} errors={untouched ? [] : reading.errors} />
    );
  }

  const outcome = await runSearch(airline, reading.request);
  if (!outcome.ok)
    return <RefusedSearch context={context} values={reading.values} refusal={outcome.refusal} />;
  return <Results context={context} reading={reading} answer={outcome.answer} refused={params.refused} />;
}
