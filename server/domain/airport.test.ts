import { describe, expect, it } from 'vitest';
import { airports, airportsOf, airportsOfCity, cityGroups, distanceKm, findAirport } from './airport';
import { offsetMinutes } from './local-time';

const noon = new Date('2026-12-01T15:00:00Z');

describe('airports', () => {
  it('holds at least 85 airports, each once, in alphabetical order', () => {
    const codes = airports.map((airport) => airport.iata);
    expect(codes.length).toBeGreaterThanOrEqual(85);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  it.each(airports)('$iata is complete and lies in Brazil', (airport) => {
    expect(airport.iata).toMatch(/^[A-Z]{3}$/);
    expect(airport.name).not.toBe('');
    expect(airport.city).not.toBe('');
    expect(airport.uf).toMatch(/^[A-Z]{2}$/);
    expect(airport.latitude).toBeGreaterThan(-34);
    expect(airport.latitude).toBeLessThan(6);
    expect(airport.longitude).toBeGreaterThan(-74);
    expect(airport.longitude).toBeLessThan(-32);
    expect([-300, -240, -180, -120]).toContain(offsetMinutes(noon, airport.timeZone));
  });

  it('knows the zones that are not Brasília time', () => {
    const offsetOf = (iata: string) => offsetMinutes(noon, findAirport(iata)?.timeZone ?? '');
    expect(['FEN', 'GRU', 'MAO', 'RBR', 'CZS'].map(offsetOf)).toEqual([-120, -180, -240, -300, -300]);
  });
});

describe('city groups', () => {
  it('opens a city group into its airports', () => {
    expect(airportsOf('SAO')).toEqual(['GRU', 'CGH', 'VCP']);
    expect(airportsOf('RIO')).toEqual(['GIG', 'SDU']);
  });

  it('takes an airport for itself and an unknown code for nothing', () => {
    expect(airportsOf('RBR')).toEqual(['RBR']);
    expect(airportsOf('ZZZ')).toEqual([]);
    expect(findAirport('ZZZ')).toBeNull();
  });

  it('opens an airport into those of its city', () => {
    expect(airportsOfCity('CGH')).toEqual(['GRU', 'CGH', 'VCP']);
    expect(airportsOfCity('RBR')).toEqual(['RBR']);
  });

  it('names only known airports in groups, and no group shares a code with an airport', () => {
    expect(cityGroups.flatMap((group) => group.airports).filter((iata) => !findAirport(iata))).toEqual([]);
    expect(cityGroups.filter((group) => findAirport(group.code))).toEqual([]);
  });
});

describe('distanceKm', () => {
  it('agrees with published distances within 1 %', () => {
    const km = (from: string, to: string) => {
      const [a, b] = [findAirport(from), findAirport(to)];
      if (!a || !b) throw new Error('unknown airport');
      return distanceKm(a, b);
    };
    expect(km('CGH', 'SDU')).toBeCloseTo(366, -1);
    expect(km('GRU', 'MAO') / 2687).toBeCloseTo(1, 1);
    expect(km('GRU', 'GRU')).toBe(0);
  });
});
