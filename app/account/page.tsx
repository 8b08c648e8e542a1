import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { NameForm } from '@/components/account/name-form';
import { OtherAccounts } from '@/components/account/other-accounts';
import { PasswordForm } from '@/components/account/password-form';
import { UniteForm } from '@/components/account/unite-form';
import { formatInstantDate } from '@/components/format/instant';
import { AirlineName } from '@/components/layout/airline-name';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageContainer } from '@/components/layout/page-container';
import { PageHeading } from '@/components/layout/page-heading';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { getProfile, type Profile } from '@/server/account/get-profile';
import { getSession } from '@/server/auth/session';
import { getAirline } from '@/server/boot';
import { changePasswordAction, renameAction, uniteAccountsAction } from './actions';

type AccountPageProps = { searchParams: Promise<{ done?: string | string[] }> };

const outcomes = ['name', 'password', 'united'] as const;

export async function generateMetadata(): Promise<Metadata> {
  await connection();
  const t = await getTranslations('account.settings');
  return { title: t('title') };
}

/** The customer's own account; `done` says what was just changed. */
export default async function AccountPage({ searchParams }: AccountPageProps) {
  const session = await getSession();
  if (!session) redirect('/sign-in?next=/account');
  const { done } = await searchParams;
  const outcome = outcomes.find((one) => one === done);
  const t = await getTranslations('account.settings');
  const profile = await getProfile(getAirline(), session);
  const isLater = profile.otherAccounts.some(({ relation }) => relation === 'earlier');
  const otherAccounts = profile.otherAccounts.length > 0 && (
    <OtherAccounts accounts={profile.otherAccounts}>
      <UniteForm action={uniteAccountsAction} />
    </OtherAccounts>
  );

  return (
    <PageContainer width="reading" className="space-y-6 py-6 sm:py-10">
      <PageHeading title={t('title')} lead={t('lead')} />
      {outcome && (
        <Alert tone="positive" role="status">
          <p className="text-base">{t(`done.${outcome}`)}</p>
        </Alert>
      )}
      <ClientMessages namespaces={['account']}>
        {isLater && otherAccounts}
        <Details profile={profile} />
        <section aria-labelledby="account-password">
          <Card>
            <h2 id="account-password" className="display text-heading">
              {t('passwordTitle')}
            </h2>
            <p className="mt-2 mb-6 text-ink-muted">{t('passwordLead')}</p>
            <PasswordForm email={profile.email} action={changePasswordAction} />
          </Card>
        </section>
        {!isLater && otherAccounts}
      </ClientMessages>
    </PageContainer>
  );
}

async function Details({ profile }: { profile: Profile }) {
  const t = await getTranslations('account');
  const { email, homeAirline, createdAt } = profile;
  return (
    <section aria-labelledby="account-details">
      <Card>
        <h2 id="account-details" className="display text-heading">
          {t('settings.detailsTitle')}
        </h2>
        <dl className="mt-4 mb-6 grid gap-4 border-b border-line pb-6 sm:grid-cols-2">
          <div className="min-w-0">
            <dt className="text-sm text-ink-muted">{t('email')}</dt>
            <dd className="mt-0.5 font-medium break-words">{email}</dd>
          </div>
          <div>
            <dt className="text-sm text-ink-muted">{t('settings.openedAt')}</dt>
            <dd className="mt-0.5 flex flex-wrap items-center gap-x-1.5 font-medium">
              <AirlineName airline={homeAirline} />
              <span className="text-ink-muted">
                {t('settings.since', { date: formatInstantDate(createdAt) })}
              </span>
            </dd>
          </div>
        </dl>
        <NameForm name={profile.name} action={renameAction} />
      </Card>
    </section>
  );
}
