import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LogoMark } from '@/components/layout/logo-mark';
import { PageContainer } from '@/components/layout/page-container';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { Icon, type IconName } from '@/components/ui/icon';
import { airlineCodes } from '@/server/domain/airline-code';

const promises = { trips: 'ticket', whole: 'link', cancel: 'swap' } as const satisfies Record<
  string,
  IconName
>;
const promiseNames = Object.keys(promises) as (keyof typeof promises)[];

type AccountPageProps = {
  kind: 'signIn' | 'register';
  next: string;
  children: ReactNode;
};

/** The form beside what an account is good for, and the way to the other form with the same destination. */
export function AccountPage({ kind, next, children }: AccountPageProps) {
  const t = useTranslations('account');
  const otherPath = kind === 'signIn' ? '/register' : '/sign-in';
  return (
    <PageContainer className="grid items-start gap-8 py-8 sm:py-14 lg:grid-cols-[minmax(0,27rem)_minmax(0,1fr)] lg:gap-16">
      <div>
        <h1 className="display text-title">{t(`${kind}.title`)}</h1>
        <p className="mt-2 text-ink-muted">{t(`${kind}.lead`)}</p>
        {next.startsWith('/book/') && (
          <Alert tone="info" className="mt-5">
            <p>{t('purchaseWaits')}</p>
          </Alert>
        )}
        <Card className="mt-6">{children}</Card>
        <p className="mt-5 text-ink-muted">
          {t(`${kind}.otherQuestion`)}{' '}
          <Link
            href={{ pathname: otherPath, query: next === '/' ? {} : { next } }}
            prefetch={false}
            className="font-semibold text-brand-text underline underline-offset-4 hover:no-underline"
          >
            {t(`${kind}.other`)}
          </Link>
        </p>
      </div>
      <section aria-labelledby="account-promise" className="rounded-card bg-brand-soft p-6 sm:p-9 lg:mt-3">
        <div className="flex gap-3 text-brand-text">
          {airlineCodes.map((code) => (
            <LogoMark key={code} airline={code} className="size-10" />
          ))}
        </div>
        <h2 id="account-promise" className="display mt-6 text-title">
          {t('promise.title')}
        </h2>
        <ul className="mt-5 space-y-4">
          {promiseNames.map((name) => (
            <li key={name} className="flex gap-3.5">
              <Icon name={promises[name]} className="mt-0.5 size-5 text-brand-text" />
              <span>{t(`promise.${name}`)}</span>
            </li>
          ))}
        </ul>
      </section>
    </PageContainer>
  );
}
