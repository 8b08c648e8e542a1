import { describe, expect, it } from 'vitest';
import { airports, cityGroups } from '@/server/domain/airport';
import { foldText, matchPlaces, placesOf, resolvePlace } from './place';

const places = placesOf([...airports], cityGroups);
const codesFor = (typed: string) => matchPlaces(places, typed, 5).map((place) => place.code);

describe('matchPlaces', () => {
  it('finds São Paulo for "sao", the whole city first', () => {
    expect(codesFor('sao').slice(0, 3)).toEqual(['SAO', 'CGH', 'GRU']);
  });

  it('puts an exact code before everything else', () => {
    expect(codesFor('gru')[0]).toBe('GRU');
    expect(codesFor('SSA')[0]).toBe('SSA');
  });

  it('finds an airport by its own name and a city by a later word', () => {
    expect(codesFor('guarulhos')).toEqual(['GRU']);
    expect(codesFor('horizonte')[0]).toBe('BHZ');
  });

  it('finds nothing for nonsense', () => {
    expect(codesFor('qqqq')).toEqual([]);
  });
});

describe('resolvePlace', () => {
  it.each([
    ['GRU', 'GRU'],
    [' gru ', 'GRU'],
    ['São Paulo', 'SAO'],
    ['sao paulo', 'SAO'],
    ['Guarulhos', 'GRU'],
    ['Guarulhos (GRU)', 'GRU'],
    ['São Paulo (SAO)', 'SAO'],
    ['rio br', 'RBR'],
    ['Salvador', 'SSA'],
  ])('reads "%s" as %s', (typed, code) => {
    expect(resolvePlace(places, typed)?.code).toBe(code);
  });

  it('does not guess between cities', () => {
    expect(resolvePlace(places, 'porto')).toBeNull();
    expect(resolvePlace(places, 'x')).toBeNull();
    expect(resolvePlace(places, '')).toBeNull();
    expect(resolvePlace(places, 'Paris')).toBeNull();
  });

  it('reads every label that it writes', () => {
    expect(places.filter((place) => resolvePlace(places, place.label)?.code !== place.code)).toEqual([]);
  });
});

it('folds accents and case away', () => {
  expect(foldText(' Ilhéus ÇÃO ')).toBe('ilheus cao');
});
