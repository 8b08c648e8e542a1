import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/sora/wght.css';
import '@fontsource-variable/bricolage-grotesque/wght.css';
import '@fontsource-variable/fraunces/opsz.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AccountMenu } from '@/components/layout/account-menu';
import { SignOutForm } from '@/components/layout/sign-out-form';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { getSession } from '@/server/auth/session';
import { getAirline } from '@/server/boot';
import { signOutAction } from './_actions/account';

/* One build serves three airlines, so nothing here may be decided at build time: `connection()` before every brand. */

export async function generateMetadata(): Promise<Metadata> {
  await connection();
  const { code } = getAirline();
  const brand = await getTranslations(`brand.${code}`);
  return {
    title: { default: `${brand('name')} ${brand('tagline')}`, template: `%s · ${brand('name')}` },
    description: brand('description'),
    icons: { icon: `/icon/${code}` },
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const { code } = getAirline();
  const session = await getSession();
  return (
    <html lang={await getLocale()} data-airline={code}>
      <body className="flex flex-col">
        <SiteHeader
          airline={code}
          account={<AccountMenu customer={session} signOut={<SignOutForm action={signOutAction} />} />}
        />
        <main id="content" tabIndex={-1} className="flex-1 outline-none">
          {children}
        </main>
        <SiteFooter airline={code} />
      </body>
    </html>
  );
}
