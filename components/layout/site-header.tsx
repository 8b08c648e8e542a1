import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AirlineCode } from '@/server/domain/airline-code';
import { Logo } from './logo';
import { PageContainer } from './page-container';

/** Skip link, brand and the two places one always wants to reach; `account` is the corner on the right. */
export function SiteHeader({ airline, account }: { airline: AirlineCode; account: ReactNode }) {
  const t = useTranslations('layout');
  const brand = useTranslations('brand');
  return (
    <header className="relative z-10 border-b border-line bg-surface">
      <a
        href="#content"
        className="absolute top-2 left-2 z-20 -translate-y-24 rounded-button bg-brand px-4 py-2 font-semibold text-on-brand focus:translate-y-0"
      >
        {t('skipToContent')}
      </a>
      <PageContainer className="flex min-h-16 items-center justify-between gap-3">
        <Link
          href="/"
          aria-label={t('home', { airline: brand(`${airline}.name`) })}
          className="inline-flex rounded-control py-1"
        >
          <Logo airline={airline} />
        </Link>
        <div className="flex items-center gap-2 sm:gap-5">
          <nav aria-label={t('mainNavigation')} className="max-sm:hidden">
            <ul className="flex gap-5 text-sm font-medium text-ink-muted">
              <li>
                <Link href="/" className="inline-flex min-h-11 items-center hover:text-brand-text">
                  {t('search')}
                </Link>
              </li>
              <li>
                <Link
                  href="/trips"
                  prefetch={false}
                  className="inline-flex min-h-11 items-center hover:text-brand-text"
                >
                  {t('trips')}
                </Link>
              </li>
            </ul>
          </nav>
          {account}
        </div>
      </PageContainer>
    </header>
  );
}
