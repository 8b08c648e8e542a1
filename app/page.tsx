import { getTranslations } from 'next-intl/server';
import { AirlineName } from '@/components/layout/airline-name';
import { PageContainer } from '@/components/layout/page-container';
import { NetworkMap } from '@/components/map/network-map';
import { HomeHero } from '@/components/search/home-hero';
import { HowItWorks } from '@/components/search/how-it-works';
import { PopularRoutes } from '@/components/search/popular-routes';
import { SearchForm } from '@/components/search/search-form';
import { getAirline } from '@/server/boot';
import { airlineCodes } from '@/server/domain/airline-code';
import { addDays } from '@/server/domain/local-time';
import { listRoutes } from '@/server/search/list-routes';
import { loadSearchContext } from './flights/search-context';

/** Far enough ahead to be on sale with seats left, near enough to be what people look for. */
const suggestedDaysAhead = 14;

/** Most people come back, and a week is what they stay most often. */
const suggestedStayDays = 7;

export default async function HomePage() {
  const airline = getAirline();
  const { airports, places, today, lastDate } = await loadSearchContext(airline);
  const [t, brand] = await Promise.all([getTranslations('home'), getTranslations(`brand.${airline.code}`)]);
  const date = addDays(today, suggestedDaysAhead);
  const returnDate = addDays(date, suggestedStayDays);
  const values = { trip: 'return', from: '', to: '', date, returnDate, passengers: '1' } as const;
  return (
    <>
      <HomeHero airline={airline.code} airportCount={airports.length}>
        <h2 className="sr-only">{t('searchTitle')}</h2>
        <SearchForm places={places} values={values} dates={{ first: today, last: lastDate }} />
      </HomeHero>

      <PageContainer className="py-10 sm:py-12">
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
          <p>
            <strong className="font-semibold">{brand('alsoSells')}</strong>{' '}
            <span className="text-ink-muted">{brand('alsoSellsDetail')}</span>
          </p>
          <ul aria-label={t('allianceLabel')} className="flex flex-wrap gap-x-6 gap-y-2 text-lg">
            {airlineCodes.map((code) => (
              <li key={code}>
                <AirlineName airline={code} />
              </li>
            ))}
          </ul>
        </div>
      </PageContainer>

      <section aria-labelledby="how" className="border-y border-line bg-surface">
        <PageContainer className="py-14 sm:py-20">
          <h2 id="how" className="display max-w-[22ch] text-title">
            {brand('howTitle')}
          </h2>
          <p className="mt-3 mb-10 max-w-prose text-lg text-ink-muted">{t('stepsLead')}</p>
          <HowItWorks />
        </PageContainer>
      </section>

      <section aria-labelledby="popular">
        <PageContainer className="grid items-center gap-10 py-14 sm:py-20 lg:grid-cols-[1.15fr_1fr] lg:gap-16">
          <div>
            <h2 id="popular" className="display text-title">
              {brand('popularTitle')}
            </h2>
            <p className="mt-3 mb-8 max-w-prose text-ink-muted">{t('mapBody')}</p>
            <PopularRoutes served={new Set(airports.map((airport) => airport.iata))} date={date} />
          </div>
          <NetworkMap routes={await listRoutes(airline)} />
        </PageContainer>
      </section>
    </>
  );
}
