import type { AirlineCode } from '@/server/domain/airline-code';

/** An airport on the map; positions in degrees, north and east positive. */
export type MapAirport = { iata: string; latitude: number; longitude: number; servedBy: AirlineCode[] };
export type MapRoute = { from: string; to: string };

/** Brazil's border in about a hundred corners, `longitude,latitude`: coarse enough for a drawing a hand wide. */
const outline =
  '-66.9,1.2 -65.5,0.7 -63.4,2.2 -64,2.5 -64.8,4.3 -62.9,3.6 -62.7,4 -61,4.5 -60.6,5.2 -60,5.1 -60.2,4.5 -59.5,3.9 -60,2.6 -58.9,1.2 -57.1,2 -56,1.9 -56,2.5 -52.9,2.2 -51.5,4.3 -50.7,2.1 -49.9,1.2 -52,-1.4 -52.7,-1.6 -50.9,-0.9 -50.4,-2 -49.3,-1.7 -49.6,-2.7 -48.1,-0.7 -47.3,-0.6 -44.7,-1.7 -44.8,-2.3 -44.4,-2.4 -44.7,-3.2 -44.2,-2.5 -44.2,-2.8 -43.4,-2.4 -40,-2.9 -37.2,-4.9 -35.4,-5.3 -34.8,-7 -35,-8.4 -38,-12.6 -38.8,-12.8 -39.2,-17.7 -41,-22 -42,-23 -44.6,-23.1 -48.2,-25.4 -48.7,-25.4 -48.4,-25.6 -48.6,-28.1 -49.5,-29.1 -50.8,-31.1 -52,-32.1 -50.6,-30.4 -51.3,-30 -52.7,-33.1 -53.5,-33.7 -53.1,-32.7 -53.8,-32.1 -55.6,-30.8 -56,-31.1 -56.8,-30.1 -57.6,-30.2 -55.7,-28.2 -53.8,-27.1 -53.7,-26.2 -54,-25.6 -54.6,-25.6 -54.2,-24 -55.4,-23.9 -55.8,-22.3 -58,-22 -58.1,-19.7 -57.5,-18.2 -58.4,-17.2 -58.3,-16.3 -60.2,-16.3 -60.5,-13.8 -65,-12 -65.4,-9.7 -66.6,-9.9 -68.6,-11.1 -70.3,-11.1 -70.5,-9.4 -72.2,-10 -72.4,-9.5 -73.2,-9.4 -73,-9 -74,-7.6 -73.1,-6.5 -72.9,-5.1 -70.8,-4.2 -70,-4.3 -69.4,-1.2 -70.1,0.6 -69.2,0.6 -69.9,1.1 -69.8,1.7 -67.4,2.1';

const west = -75;
const north = 6.5;
const pixelsPerDegree = 10;

type Point = { x: number; y: number };

/** Plate carrée: at these latitudes a map this small needs nothing better. */
function project({ longitude, latitude }: { longitude: number; latitude: number }): Point {
  return { x: (longitude - west) * pixelsPerDegree, y: (north - latitude) * pixelsPerDegree };
}

const outlinePoints = outline
  .split(' ')
  .map((corner) => {
    const [longitude = 0, latitude = 0] = corner.split(',').map(Number);
    const { x, y } = project({ longitude, latitude });
    return `${Math.round(x)},${Math.round(y)}`;
  })
  .join(' ');

/** From these up an airport is a crossroads of the alliance and carries its code. */
const namedAirports = new Set([
  'GRU',
  'BSB',
  'CNF',
  'SSA',
  'REC',
  'FOR',
  'MAO',
  'BEL',
  'RBR',
  'POA',
  'CWB',
  'GIG',
  'CGB',
]);

type NetworkMapProps = { label: string; airports: MapAirport[]; routes: MapRoute[] };

/** Brazil with every airport of the alliance, larger where more airlines land, and a few of the connections. */
export function NetworkMap({ label, airports, routes }: NetworkMapProps) {
  const pointByIata = new Map(airports.map((airport) => [airport.iata, project(airport)]));
  return (
    <svg viewBox="0 0 440 412" role="img" aria-label={label} className="h-auto w-full">
      <polygon
        points={outlinePoints}
        fill="var(--sunken)"
        stroke="var(--line-strong)"
        strokeOpacity="0.5"
        strokeLinejoin="round"
      />
      <g fill="none" stroke="var(--brand-text)" strokeWidth="1.25" opacity="0.55">
        {routes.map(({ from, to }) => (
          <path key={`${from}-${to}`} d={arc(pointByIata.get(from), pointByIata.get(to))} />
        ))}
      </g>
      {airports.map((airport) => (
        <AirportDot key={airport.iata} airport={airport} point={project(airport)} />
      ))}
    </svg>
  );
}

function AirportDot({ airport, point: { x, y } }: { airport: MapAirport; point: Point }) {
  const named = namedAirports.has(airport.iata);
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r={1.5 + airport.servedBy.length * 0.6}
        fill={named ? 'var(--accent)' : 'var(--brand-text)'}
      />
      {named && (
        <text
          x={x + 6}
          y={y + 3.5}
          fontSize="10"
          fontWeight="600"
          fill="var(--ink)"
          stroke="var(--sunken)"
          strokeWidth="2.5"
          paintOrder="stroke"
        >
          {airport.iata}
        </text>
      )}
    </g>
  );
}

/** A bow between two points, lifted by a sixth of their distance; nothing when one of them is not on the map. */
function arc(start: Point | undefined, end: Point | undefined): string {
  if (!start || !end) return '';
  const lift = Math.hypot(end.x - start.x, end.y - start.y) / 6;
  return `M${start.x} ${start.y}Q${(start.x + end.x) / 2} ${(start.y + end.y) / 2 - lift} ${end.x} ${end.y}`;
}
