import { describe, expect, it } from 'vitest';
import type { SearchFacets } from '@/server/search/search-facets';
import type { SearchRequest } from '../search-request';
import { draw, linksIn } from '../testing/draw';
import { plainRequest } from '../testing/search-request';
import { ActiveFilters } from './active-filters';
import { Filters } from './filters';

const request: SearchRequest = { ...plainRequest, from: 'SAO', pages: 4 };
const facets: SearchFacets = {
  origins: ['GRU', 'CGH'],
  destinations: ['SSA'],
  connections: ['BSB', 'CNF', 'CGH'],
  byStops: [
    { maxStops: 0, lowestFareCents: null },
    { maxStops: 1, lowestFareCents: 81_980 },
    { maxStops: 2, lowestFareCents: 79_900 },
    { maxStops: 3, lowestFareCents: 79_900 },
  ],
  byAirline: { rumos: null, giro: 90_000, boreal: 95_000 },
  byDeparture: { night: null, morning: 81_980, afternoon: 90_000, evening: null },
  byArrival: { night: 81_980, morning: null, afternoon: null, evening: 90_000 },
};

const filtersOf = (shown: SearchRequest) => draw(<Filters request={shown} facets={facets} />);
const linkNamed = (html: string, name: RegExp) => linksIn(html).find(({ text }) => name.test(text));

describe('Filters', () => {
  it('link each choice to the search with it, from the first page on, and say what it starts at', () => {
    expect(linkNamed(filtersOf(request), /^Até 1 parada/)).toEqual({
      text: 'Até 1 parada a partir de R$ 819,80',
      href: '/flights?from=SAO&to=SSA&date=2026-12-10&passengers=1&stops=1',
      current: null,
    });
  });

  it('mark what is chosen, and say that it can be taken back where it can', () => {
    const html = filtersOf({ ...request, departs: ['morning'] });
    expect(linkNamed(html, /^Até 2 paradas/)).toMatchObject({
      text: expect.not.stringContaining('remover'),
      current: 'true',
    });
    expect(linkNamed(html, /^Manhã.*\(remover filtro\)$/)).toMatchObject({
      href: '/flights?from=SAO&to=SSA&date=2026-12-10&passengers=1',
      current: 'true',
    });
    expect(linkNamed(html, /^Tarde/)).toMatchObject({
      href: '/flights?from=SAO&to=SSA&date=2026-12-10&passengers=1&departs=morning&departs=afternoon',
      current: null,
    });
  });

  it('lead nowhere where there is nothing, but let go of what was chosen', () => {
    expect(linkNamed(filtersOf(request), /Rumos/)).toBeUndefined();
    expect(linkNamed(filtersOf(request), /^Só direto/)).toBeUndefined();
    expect(linkNamed(filtersOf({ ...request, airlines: ['rumos'] }), /Rumos.*remover/)).toBeDefined();
  });

  it('offer airports of a city at its end and no longer as connections', () => {
    const html = filtersOf(request);
    expect(linkNamed(html, /^Guarulhos GRU/)?.href).toContain('avoid=CGH&avoid=VCP');
    expect(linksIn(html).filter(({ text }) => text.startsWith('Congonhas'))).toHaveLength(1);
    expect(linkNamed(html, /^Brasília BSB/)?.href).toContain('avoid=BSB');
    expect(html).not.toContain('Chegar em');
  });

  it('leave an airport that is avoided where it stood, and say that one is among those folded away', () => {
    const connections = ['BSB', 'CNF', 'FOR', 'REC', 'GIG', 'SDU', 'GYN'];
    const html = draw(
      <Filters request={{ ...request, avoid: ['GYN', 'REC'] }} facets={{ ...facets, connections }} />,
    );
    const offered = linksIn(html).map(({ text }) => connections.find((iata) => text.includes(` ${iata}`)));
    expect(offered.filter(Boolean)).toEqual(connections);
    expect(html).toContain('Mais 2 aeroportos (1)');
  });

  it('ask about a change of airport', () => {
    expect(linkNamed(filtersOf(request), /^Aceito trocar/)?.href).toContain('change=1');
  });
});

describe('ActiveFilters', () => {
  const chips = (shown: Partial<SearchRequest>) =>
    linksIn(draw(<ActiveFilters request={{ ...request, ...shown }} />)).map(({ text }) => text);

  it('are nothing where nothing is active', () => {
    expect(chips({})).toEqual([]);
  });

  it('say each filter as people do, and offer to clear them all', () => {
    expect(
      chips({
        maxStops: 0,
        departs: ['morning'],
        arrives: ['night'],
        airlines: ['giro'],
        avoid: ['BSB', 'CGH', 'VCP'],
        airportChange: true,
      }),
    ).toEqual([
      'Remover filtro: Só direto',
      'Remover filtro: Saída de manhã',
      'Remover filtro: Chegada de madrugada',
      'Remover filtro: Só com Giro',
      'Remover filtro: Saindo de Guarulhos',
      'Remover filtro: Sem conexão em Brasília',
      'Remover filtro: Aceita trocar de aeroporto',
      'Limpar filtros',
    ]);
  });

  it('say two of three airlines by the one that is left out', () => {
    expect(chips({ airlines: ['rumos', 'boreal'] })[0]).toBe('Remover filtro: Sem Giro');
  });
});
