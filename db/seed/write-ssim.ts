import { invariant } from '@/server/assert';
import { type AirlineCode, airlineIdentities } from '@/server/domain/airline-code';
import { type Airport, distanceKm, findAirport } from '@/server/domain/airport';
import { seatsOf } from '@/server/domain/cabin';
import { instantAtLocalTime, offsetMinutes } from '@/server/domain/local-time';
import { cabinCodesOf } from '@/server/schedule/aircraft-cabins';
import type { DateWindow } from '@/server/schedule/operating-dates';
import { ssimDate } from '@/server/schedule/ssim/field-reader';
import { recordLength } from '@/server/schedule/ssim/records';
import { blockMinutes } from './block-minutes';
import { cabinTemplates } from './cabin-templates';
import type { WeeklyFlight } from './network';

/** One place of a record: 1-based column and what stands from there on. */
type Field = [column: number, text: string];

const serialColumn = 195;
const minutesPerDay = 1_440;

/**
 * Writes weekly flights as the complete schedule of an airline for a window, in SSIM chapter 7: header, carrier record,
 * a leg record a flight, trailer. Times are local; UTC variations are those of the airports' zones at the window's start.
 */
export function* writeSsim(
  airline: AirlineCode,
  flights: readonly WeeklyFlight[],
  window: DateWindow,
): Generator<string> {
  const { designator, name } = airlineIdentities[airline];
  const [from, to] = [ssimDate(window.from), ssimDate(window.to)];
  let serial = 0;
  const write = (fields: Field[]) => record([...fields, [serialColumn, digits(++serial, 6)]]);
  yield write([[1, '1AIRLINE STANDARD SCHEDULE DATA SET']]);
  yield write([
    [1, `2L${designator}`],
    [15, from + to + from],
    [36, name],
    [72, 'C'],
    [191, '0000'],
  ]);
  for (const flight of flights) yield write(legFields(airline, flight, window));
  yield write([
    [1, `5 ${designator}`],
    [188, `${digits(serial, 6)}E`],
  ]);
}

function legFields(airline: AirlineCode, flight: WeeklyFlight, window: DateWindow): Field[] {
  const [from, to] = [getAirport(flight.from), getAirport(flight.to)];
  const departs = instantAtLocalTime(`${window.from}T${clock(flight.departureMinute, ':')}`, from.timeZone);
  const block = blockMinutes(flight.aircraft, distanceKm(from, to));
  const arrives = new Date(departs.getTime() + block * 60_000);
  const [departureOffset, arrivalOffset] = [
    offsetMinutes(departs, from.timeZone),
    offsetMinutes(arrives, to.timeZone),
  ];
  const arrivalMinute = flight.departureMinute - departureOffset + block + arrivalOffset;
  const arrivalDay = Math.floor(arrivalMinute / minutesPerDay);
  const departure = clock(flight.departureMinute);
  const arrival = clock(arrivalMinute - arrivalDay * minutesPerDay);
  return [
    [1, `3 ${airlineIdentities[airline].designator}`],
    [6, String(flight.flightNumber).padStart(4)],
    [10, '0101J'],
    [15, ssimDate(window.from) + ssimDate(window.to)],
    [29, [1, 2, 3, 4, 5, 6, 7].map((day) => (flight.days.includes(day) ? day : ' ')).join('')],
    [37, from.iata + departure + departure + variation(departureOffset)],
    [55, to.iata + arrival + arrival + variation(arrivalOffset)],
    [73, flight.aircraft],
    [173, `Y${digits(seatsIn(airline, flight.aircraft), 3)}`],
    [193, `0${arrivalDay < 0 ? 'A' : arrivalDay}`],
  ];
}

function record(fields: readonly Field[]): string {
  let text = '';
  for (const [column, part] of fields) text = text.padEnd(column - 1) + part;
  invariant(text.length === recordLength, 'an SSIM record has 200 characters');
  return `${text}\n`;
}

function getAirport(iata: string): Airport {
  const airport = findAirport(iata);
  invariant(airport, `the network serves only known airports, not ${iata}`);
  return airport;
}

function seatsIn(airline: AirlineCode, aircraft: string): number {
  const [code] = cabinCodesOf(airline, aircraft);
  const cabin = cabinTemplates.find((template) => template.code === code);
  invariant(cabin, `${airline} has a cabin for aircraft ${aircraft}`);
  return seatsOf(cabin).length;
}

function clock(minutes: number, separator = ''): string {
  return digits(Math.floor(minutes / 60), 2) + separator + digits(minutes % 60, 2);
}

function variation(minutes: number): string {
  return (minutes < 0 ? '-' : '+') + clock(Math.abs(minutes));
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
