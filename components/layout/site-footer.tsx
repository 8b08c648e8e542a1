import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { AirlineName } from './airline-name';
import { PageContainer } from './page-container';

/** Who sells here and with whom; the same facts on every page. */
export function SiteFooter({ airline }: { airline: AirlineCode }) {
  const t = useTranslations('layout');
  const brand = useTranslations('brand');
  return (
    <footer className="mt-auto border-t border-line bg-sunken text-sm text-ink-muted">
      <PageContainer className="grid gap-8 py-10 sm:grid-cols-[2fr_1fr] sm:py-14">
        <div className="space-y-4">
          <p className="display text-lg text-ink">{brand(`${airline}.footer`)}</p>
          <p className="max-w-prose">{t('footerAlliance')}</p>
          <ul className="flex flex-wrap gap-x-5 gap-y-2">
            {airlineCodes.map((code) => (
              <li key={code}>
                <AirlineName airline={code} />
              </li>
            ))}
          </ul>
        </div>
        <nav aria-label={t('footerNavigation')} className="sm:justify-self-end">
          <ul className="space-y-1">
            <FooterLink href="/" label={t('search')} />
            <FooterLink href="/trips" label={t('trips')} />
            <FooterLink href="/register" label={t('register')} />
          </ul>
        </nav>
        <p className="border-t border-line pt-6 text-xs sm:col-span-2">{t('footerProduct')}</p>
      </PageContainer>
    </footer>
  );
}

function FooterLink({ href, label }: { href: string; label: string }) {
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        className="inline-flex min-h-8 pointer-coarse:min-h-11 items-center underline-offset-4 hover:text-ink hover:underline"
      >
        {label}
      </Link>
    </li>
  );
}
