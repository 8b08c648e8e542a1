import { readFileSync } from 'node:fs';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type AirlineCode, airlineCodes } from '@/server/domain/airline-code';
import { locale, messages } from '@/server/language/messages';
import type { MapRoute } from './hubs';
import { NetworkMap } from './network-map';

/** The pairs of the seed's networks, one line of which begins `HUB-CITY`. */
function seededRoutes(): MapRoute[] {
  const airlinesByPair = new Map<string, Set<AirlineCode>>();
  for (const airline of airlineCodes) {
    const network = readFileSync(`db/seed/network/${airline}.txt`, 'utf8');
    for (const [, ...ends] of network.matchAll(/^([A-Z]{3})-([A-Z]{3}) /gm)) {
      const pair = ends.sort().join(' ');
      airlinesByPair.set(pair, (airlinesByPair.get(pair) ?? new Set()).add(airline));
    }
  }
  return [...airlinesByPair].map(([pair, airlines]) => ({
    from: pair.slice(0, 3),
    to: pair.slice(4),
    airlines: [...airlines],
  }));
}

function draw(routes: readonly MapRoute[]): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      <NetworkMap routes={routes} />
    </NextIntlClientProvider>,
  );
}

describe('NetworkMap', () => {
  const drawing = draw(seededRoutes());

  it('says how much it shows', () => {
    expect(drawing).toMatch(/aria-label="Mapa das três redes: \d{2} aeroportos e \d{3} rotas sem escala/);
  });

  it('draws all three networks, one path each', () => {
    for (const airline of airlineCodes)
      expect(drawing.split(`stroke="var(--airline-${airline})"`)).toHaveLength(2);
  });

  it('names the crossroads and leaves out what has no room', () => {
    const names = [...drawing.matchAll(/>([^<]+)<\/text>/g)].map(([, name]) => name);
    for (const city of ['São Paulo', 'Rio de Janeiro', 'Brasília', 'Manaus', 'Recife', 'Porto Alegre'])
      expect(names).toContain(city);
  });

  it('costs the home page less than 18 kB of HTML for the whole network', () => {
    expect(Buffer.byteLength(drawing)).toBeLessThan(18_000);
  });

  it('can be asked for one network without a script', () => {
    expect([...drawing.matchAll(/type="radio"/g)]).toHaveLength(4);
    expect(drawing).not.toContain('<script');
  });
});
