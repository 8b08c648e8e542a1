import { type Messages, NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

type ClientMessagesProps = { namespaces: (keyof Messages)[]; children: ReactNode };

/** Sends just these namespaces to the browser, for client components inside it that call `useTranslations`. */
export async function ClientMessages({ namespaces, children }: ClientMessagesProps) {
  const all = await getMessages();
  const wanted = Object.fromEntries(namespaces.map((namespace) => [namespace, all[namespace]]));
  return <NextIntlClientProvider messages={wanted}>{children}</NextIntlClientProvider>;
}
