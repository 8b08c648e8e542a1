import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { drawnFrame, project } from '@/components/map/project';
import { airports, findAirport } from '@/server/domain/airport';
import { projection, readNaturalEarth } from './base-map';
import { drawingFiles } from './drawings';

const files = drawingFiles();
const baseMap = files['public/map/brazil.svg'] ?? '';

describe('the drawings', () => {
  it.each(Object.keys(files))('%s is what npm run map writes', (file) => {
    expect(readFileSync(file, 'utf8')).toBe(files[file]);
  });

  it('keep the base map within 40 kB, 15 kB on the wire', () => {
    expect(Buffer.byteLength(baseMap)).toBeLessThan(40_000);
    expect(gzipSync(baseMap).length).toBeLessThan(15_000);
  });

  it('hold every sign under its own name', () => {
    const names = [...(files['public/map/signs.svg'] ?? '').matchAll(/<symbol id="([^"]+)"/g)];
    expect(names.map(([, name]) => name)).toEqual(['rumos', 'giro', 'boreal', 'chevron-down', 'link']);
  });

  it('stay inside the frame that is drawn', () => {
    const starts = [...baseMap.matchAll(/M(\d+) (\d+)/g)];
    expect(starts.length).toBeGreaterThan(50);
    for (const [, x, y] of starts) {
      expect(Number(x)).toBeLessThanOrEqual(drawnFrame.width);
      expect(Number(y)).toBeLessThanOrEqual(drawnFrame.height);
    }
  });
});

describe('airports on the base map', () => {
  const topology = readNaturalEarth();
  const states = feature(topology, topology.objects.subunits).features;

  it.each(airports)('$iata lies where the base map has it', (airport) => {
    const [x = Number.NaN, y = Number.NaN] = projection([airport.longitude, airport.latitude]) ?? [];
    const placed = project(airport);
    expect(Math.abs(placed.x - x)).toBeLessThanOrEqual(0.5);
    expect(Math.abs(placed.y - y)).toBeLessThanOrEqual(0.5);
  });

  it.each(airports.filter(({ iata }) => iata !== 'FEN'))(
    '$iata lies in $uf or within 10 km of it',
    (airport) => {
      const state = states.find(({ id }) => id === airport.uf);
      if (!state) throw new Error(`no state ${airport.uf}`);
      expect(around(airport).some((position) => geoContains(state, position))).toBe(true);
    },
  );

  it('would notice an airport in the wrong state', () => {
    const recife = findAirport('REC');
    const bahia = states.find(({ id }) => id === 'BA');
    if (!recife || !bahia) throw new Error('Recife and Bahia are gone');
    expect(around(recife).some((position) => geoContains(bahia, position))).toBe(false);
  });
});

/** The airport itself and eight places 10 km from it: coasts are drawn coarsely, and many runways end at the sea. */
function around({ longitude, latitude }: { longitude: number; latitude: number }): [number, number][] {
  const reach = 0.09;
  return [-1, 0, 1].flatMap((east) =>
    [-1, 0, 1].map((north): [number, number] => [longitude + east * reach, latitude + north * reach]),
  );
}
