import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { locale, messages } from '@/server/language/messages';

/** HTML of what a page draws, in the site's own words; spaces that do not break are written as plain ones. */
export function draw(children: ReactNode): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="America/Sao_Paulo">
      {children}
    </NextIntlClientProvider>,
  );
  return html.replaceAll('\u00a0', ' ');
}

/** A link as it was drawn; `text` is all of its words, those for assistive technology included. */
export type DrawnLink = { text: string; href: string; current: string | null };

/** The links of HTML that `draw` has made, in their order. */
export function linksIn(html: string): DrawnLink[] {
  return [...html.matchAll(/<a ([^>]*)>(.*?)<\/a>/gs)].map(([, attributes = '', content = '']) => ({
    text: wordsOf(content),
    href: /href="([^"]*)"/.exec(attributes)?.[1]?.replaceAll('&amp;', '&') ?? '',
    current: /aria-current="([^"]*)"/.exec(attributes)?.[1] ?? null,
  }));
}

/** Elements stand apart, what React has split does not. */
function wordsOf(html: string): string {
  return html
    .replaceAll('<!-- -->', '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
