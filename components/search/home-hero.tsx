import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { HeroArt } from '@/components/layout/hero/hero-art';
import { PageContainer } from '@/components/layout/page-container';
import type { AirlineCode } from '@/server/domain/airline-code';

type HomeHeroProps = { airline: AirlineCode; airportCount: number; children: ReactNode };

/** The brand's picture, title and promise; the search form (`children`) lies half over its lower edge. */
export function HomeHero({ airline, airportCount, children }: HomeHeroProps) {
  const brand = useTranslations(`brand.${airline}`);
  return (
    <section className="relative">
      <div className="relative isolate overflow-hidden bg-hero text-hero-ink">
        <div className="absolute inset-0 -z-1">
          <HeroArt airline={airline} />
        </div>
        <PageContainer className="flex flex-col justify-center pt-12 pb-52 lg:pb-40 sm:pt-20 lg:min-h-[33rem] lg:pt-12">
          <h1 className="display max-w-[37.5rem] whitespace-pre-line text-display">{brand('heroTitle')}</h1>
          <p className="mt-5 max-w-[34ch] text-lg text-hero-muted sm:text-xl">
            {brand('heroLead', { airports: airportCount })}
          </p>
        </PageContainer>
      </div>
      <PageContainer className="relative -mt-28">
        <div className="rounded-card border border-line bg-surface p-4 shadow-lifted sm:p-6">{children}</div>
      </PageContainer>
    </section>
  );
}
