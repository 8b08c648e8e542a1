import { describe, expect, it } from 'vitest';
import { airports, findAirport } from '@/server/domain/airport';
import { countryFrame, drawnFrame, northWest, project, unitsPerDegree } from './project';

function at(iata: string) {
  const airport = findAirport(iata);
  if (!airport) throw new Error(`no airport ${iata}`);
  return project(airport);
}

describe('project', () => {
  it('begins at the north-west corner and counts degrees of longitude evenly', () => {
    expect(project(northWest)).toEqual({ x: 0, y: 0 });
    expect(project({ ...northWest, longitude: northWest.longitude + 10 }).x).toBe(10 * unitsPerDegree);
  });

  it('stretches latitudes away from the equator, as Mercator does', () => {
    const height = (from: number, to: number) =>
      project({ latitude: to, longitude: 0 }).y - project({ latitude: from, longitude: 0 }).y;
    expect(height(1, -1)).toBeCloseTo(2 * unitsPerDegree, 0);
    expect(height(-29, -31) / height(1, -1)).toBeCloseTo(1 / Math.cos(Math.PI / 6), 1);
  });

  it('puts cities where one knows them from the map', () => {
    expect(at('BVB').y).toBeLessThan(at('MAO').y);
    expect(at('POA').y).toBeGreaterThan(at('GRU').y);
    expect(at('CZS').x).toBeLessThan(at('BSB').x);
    expect(at('FEN').x).toBeGreaterThan(at('REC').x);
  });

  it('is whole numbers', () => {
    for (const airport of airports) {
      const { x, y } = project(airport);
      expect([x, y]).toEqual([Math.round(x), Math.round(y)]);
    }
  });
});

describe('the frames', () => {
  it.each(airports)('show $iata', (airport) => {
    const { x, y } = project(airport);
    for (const frame of [countryFrame, drawnFrame]) {
      expect(x).toBeGreaterThan(frame.x);
      expect(x).toBeLessThan(frame.x + frame.width);
      expect(y).toBeGreaterThan(frame.y);
      expect(y).toBeLessThan(frame.y + frame.height);
    }
  });
});
