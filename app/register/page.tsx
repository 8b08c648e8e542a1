import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { AccountForm } from '@/components/account/account-form';
import { AccountPage } from '@/components/account/account-page';
import { ClientMessages } from '@/components/layout/client-messages';
import { localPath } from '@/server/auth/local-path';
import { getSession } from '@/server/auth/session';
import { submitRegistrationAction } from './actions';

type RegisterPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  await connection();
  const t = await getTranslations('account.register');
  return { title: t('metaTitle') };
}

/** Opening an account; `next` says where to go afterwards. */
export default async function RegisterPage({ searchParams }: RegisterPageProps) {
  const next = localPath((await searchParams).next);
  if (await getSession()) redirect(next);
  return (
    <AccountPage kind="register" next={next}>
      <ClientMessages namespaces={['account']}>
        <AccountForm kind="register" next={next} action={submitRegistrationAction} />
      </ClientMessages>
    </AccountPage>
  );
}
