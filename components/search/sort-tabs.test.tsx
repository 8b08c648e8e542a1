import { expect, it } from 'vitest';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { SortTabs } from './sort-tabs';
import { draw, linksIn } from './testing/draw';
import { plainRequest } from './testing/search-request';

function itinerary(totalFareCents: number, durationMinutes: number): ItineraryView {
  return {
    id: `${totalFareCents} ${durationMinutes}`,
    legs: [],
    totalFareCents,
    durationMinutes,
    stops: 0,
    connectionsMinutes: [],
    pareto: true,
    bookable: true,
  };
}

const balanced = itinerary(60_000, 200);
const quick = itinerary(90_000, 145);
const cheapAndSlow = itinerary(50_000, 400);
const cheap = itinerary(50_000, 300);

const tabs = (bookable: ItineraryView[], sort: 'best' | 'price' = 'best') =>
  linksIn(draw(<SortTabs request={{ ...plainRequest, sort, pages: 3 }} bookable={bookable} />));

it('tells price and time of the first of each order', () => {
  expect(tabs([balanced, quick, cheapAndSlow, cheap]).map(({ text }) => text)).toEqual([
    'Melhor R$ 600,00 · 3 h 20 min',
    'Mais barato R$ 500,00 · 5 h',
    'Mais rápido R$ 900,00 · 2 h 25 min',
  ]);
});

it('does not call the first of another order the best', () => {
  const [best, price] = tabs([cheap, balanced, quick], 'price');
  expect(best?.text).toBe('Melhor preço e tempo');
  expect(price).toMatchObject({ text: 'Mais barato R$ 500,00 · 5 h', current: 'page' });
});

it('begins the list anew, and is not there when nothing is for sale', () => {
  expect(tabs([cheap]).every(({ href }) => !href.includes('pages'))).toBe(true);
  expect(tabs([])).toEqual([]);
});
