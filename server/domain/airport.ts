import { airportTable } from './airports';

/** One airport; the IATA code is its identity, because ICAO codes get renamed. */
export type Airport = {
  iata: string;
  name: string;
  city: string;
  /** Brazilian state, two letters. */
  uf: string;
  /** Degrees, north and east positive. */
  latitude: number;
  longitude: number;
  /** IANA zone; never a fixed offset. */
  timeZone: string;
};

function readRow(row: string): Airport {
  const [iata = '', city = '', name = '', uf = '', latitude, longitude, timeZone = ''] = row.split(' | ');
  return { iata, name, city, uf, latitude: Number(latitude), longitude: Number(longitude), timeZone };
}

/** Every airport that PassCom knows, by IATA code. Positions in degrees (WGS 84), good to about 10 m. */
export const airports: readonly Airport[] = airportTable.trim().split('\n').map(readRow);

/** A code that stands for all airports of one city, with that city's name. */
export type CityGroup = { code: string; city: string; airports: readonly string[] };

export const cityGroups: readonly CityGroup[] = [
  { code: 'SAO', city: 'São Paulo', airports: ['GRU', 'CGH', 'VCP'] },
  { code: 'RIO', city: 'Rio de Janeiro', airports: ['GIG', 'SDU'] },
  { code: 'BHZ', city: 'Belo Horizonte', airports: ['CNF', 'PLU'] },
];

const airportsByIata = new Map(airports.map((airport) => [airport.iata, airport]));
const groupsByCode = new Map(cityGroups.map((group) => [group.code, group]));

/** The airport with this IATA code, or null. */
export function findAirport(iata: string): Airport | null {
  return airportsByIata.get(iata) ?? null;
}

/** IATA codes behind an airport code or a city group's code; empty when neither is known. */
export function airportsOf(code: string): readonly string[] {
  return groupsByCode.get(code)?.airports ?? (airportsByIata.has(code) ? [code] : []);
}

/** IATA codes of the airports of the same city, itself included. */
export function airportsOfCity(iata: string): readonly string[] {
  return cityGroups.find(({ airports }) => airports.includes(iata))?.airports ?? [iata];
}

const earthRadiusKm = 6371;

/** Great-circle distance in kilometres (haversine on a sphere, within 0.5 % of the ellipsoid). */
export function distanceKm(from: Airport, to: Airport): number {
  const latitudeDelta = radians(to.latitude - from.latitude);
  const longitudeDelta = radians(to.longitude - from.longitude);
  const chord =
    Math.sin(latitudeDelta / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(longitudeDelta / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(chord));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
