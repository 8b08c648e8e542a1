import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { AccountForm } from '@/components/account/account-form';
import { AccountPage } from '@/components/account/account-page';
import { ClientMessages } from '@/components/layout/client-messages';
import { localPath } from '@/server/auth/local-path';
import { getSession } from '@/server/auth/session';
import { submitSignInAction } from './actions';

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  await connection();
  const t = await getTranslations('account.signIn');
  return { title: t('metaTitle') };
}

/** Signing in; `next` says where to go afterwards. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = localPath((await searchParams).next);
  if (await getSession()) redirect(next);
  return (
    <AccountPage kind="signIn" next={next}>
      <ClientMessages namespaces={['account']}>
        <AccountForm kind="signIn" next={next} action={submitSignInAction} />
      </ClientMessages>
    </AccountPage>
  );
}
