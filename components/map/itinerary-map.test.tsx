import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { locale, messages } from '@/server/language/messages';
import { ItineraryMap } from './itinerary-map';

type Legs = Parameters<typeof ItineraryMap>[0]['legs'];

function draw(legs: Legs): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      <ItineraryMap legs={legs} />
    </NextIntlClientProvider>,
  );
}

const trip: Legs = [
  { airline: 'boreal', from: 'RBR', to: 'PVH' },
  { airline: 'rumos', from: 'PVH', to: 'BSB' },
  { airline: 'giro', from: 'BSB', to: 'SSA' },
];

describe('ItineraryMap', () => {
  it('says the trip in a sentence', () => {
    expect(draw(trip)).toContain(
      'aria-label="Mapa da viagem: de Rio Branco a Porto Velho com Boreal, a Brasília com Rumos e a Salvador com Giro."',
    );
  });

  it('draws each leg in the colour of its airline and names each airport once', () => {
    const drawing = draw(trip);
    const colours = [...drawing.matchAll(/stroke="var\(--airline-(\w+)\)"/g)].map(([, airline]) => airline);
    expect(colours).toEqual(['boreal', 'rumos', 'giro']);
    const names = [...drawing.matchAll(/>([A-Z]{3})<\/text>/g)].map(([, name]) => name);
    expect(names).toEqual(['RBR', 'PVH', 'BSB', 'SSA']);
  });

  it('costs a card less than 1.2 kB, the base map being there by reference', () => {
    const drawing = draw(trip);
    expect(drawing).toMatch(/<use href="\/map\/brazil\.svg\?[0-9a-f]{8}#map"/);
    expect(Buffer.byteLength(drawing)).toBeLessThan(1_200);
  });

  it('dots the way between two airports of a city', () => {
    const change: Legs = [
      { airline: 'giro', from: 'FLN', to: 'CGH' },
      { airline: 'boreal', from: 'GRU', to: 'MAO' },
    ];
    expect(draw(change)).toContain('stroke-dasharray');
    expect(draw(trip)).not.toContain('stroke-dasharray');
  });

  it('draws nothing rather than half of a trip', () => {
    expect(draw([...trip, { airline: 'giro', from: 'SSA', to: 'ZZZ' }])).toBe('');
    expect(draw([])).toBe('');
  });
});
