import type { AirlineCode } from '@/server/domain/airline-code';
import { type Airport, distanceKm, findAirport } from '@/server/domain/airport';
import { type LegId, legIdOf } from '@/server/domain/leg';
import { addDays, offsetMinutes } from '@/server/domain/local-time';
import { cabinCodesOf } from './aircraft-cabins';
import { fareCentsOf } from './fare';
import type { LegTiming } from './leg-timing';
import { type DateWindow, operatingDates } from './operating-dates';
import type { SsimLeg, SsimStop } from './ssim/records';

/** One dated leg that a schedule asks for. Instants in UTC; the fare counts only when the leg is new. */
export type PlannedLeg = {
  airline: AirlineCode;
  legId: LegId;
  /** Of the file, for findings. */
  line: number;
  flightNumber: number;
  serviceDate: string;
  from: string;
  to: string;
  departsAt: Date;
  arrivesAt: Date;
  aircraft: string;
  cabin: string;
  seats: number;
  fareCents: number;
};

/** Whose schedule it is, which service dates count, and how many seats each of the airline's cabins has. */
export type PlanContext = {
  airline: AirlineCode;
  /** Service dates outside are ignored. */
  window: DateWindow;
  seatsByCabin: ReadonlyMap<string, number>;
};

export type LegRecord = {
  leg: SsimLeg;
  timing: LegTiming;
  line: number;
  /** Days from a date of the period to the service date: not 0 only where the file's dates are UTC. */
  dayShift: number;
};

/** The longest flight in the world takes 19 hours; more is a wrong date variation. */
const maxBlockMinutes = 20 * 60;

const minuteMs = 60_000;

/** The dated legs of one record inside the window. With `problems` the legs are of no use. */
export function planLeg(record: LegRecord, context: PlanContext): { legs: PlannedLeg[]; problems: string[] } {
  const { leg, timing } = record;
  const from = findAirport(leg.departure.station);
  const to = findAirport(leg.arrival.station);
  const cabin = cabinOf(leg, context);
  const problems = problemsOf(record, cabin);
  if (!from || !to || !cabin || problems.length > 0) return { legs: [], problems };
  const distance = distanceKm(from, to);
  const dates = datesOf(record, context);
  const legs = dates.map((date): PlannedLeg => {
    const serviceDate = addDays(date, record.dayShift);
    const departsAtMs = Date.parse(`${date}T00:00:00Z`) + timing.departsAfterMinutes * minuteMs;
    const key = { airline: context.airline, flightNumber: leg.flightNumber, serviceDate, from: from.iata };
    const { departureMinute } = timing;
    return {
      ...key,
      legId: legIdOf(key),
      line: record.line,
      to: to.iata,
      departsAt: new Date(departsAtMs),
      arrivesAt: new Date(departsAtMs + timing.blockMinutes * minuteMs),
      aircraft: leg.aircraft,
      cabin: cabin.code,
      seats: cabin.seats,
      fareCents: fareCentsOf({ ...key, to: to.iata, distanceKm: distance, departureMinute }),
    };
  });
  return { legs, problems: zoneProblems(legs, { leg, from, to }) };
}

/** The window is one of service dates; the period's own dates lie `dayShift` days before them. */
function datesOf({ leg, dayShift }: LegRecord, { window }: PlanContext): string[] {
  return operatingDates(leg, { from: addDays(window.from, -dayShift), to: addDays(window.to, -dayShift) });
}

function problemsOf({ leg, timing }: LegRecord, cabin: { code: string; seats: number } | null): string[] {
  const { station: from } = leg.departure;
  const { station: to } = leg.arrival;
  const problems = [from, to]
    .filter((station) => !findAirport(station))
    .map((station) => `unknown airport ${station}`);
  if (from === to) problems.push(`departs from and arrives at ${from}`);
  if (!cabin)
    problems.push(
      `no cabin for aircraft ${leg.aircraft}${leg.seats === null ? '' : ` with ${leg.seats} seats`}`,
    );
  if (timing.blockMinutes <= 0) problems.push('arrives before it departs');
  if (timing.blockMinutes > maxBlockMinutes) problems.push(`takes ${timing.blockMinutes} minutes`);
  return problems;
}

/** The cabin of the aircraft that has as many seats as stated; the default one when nothing is stated. */
function cabinOf({ aircraft, seats }: SsimLeg, context: PlanContext): { code: string; seats: number } | null {
  const cabins = cabinCodesOf(context.airline, aircraft).map((code) => ({
    code,
    seats: context.seatsByCabin.get(code) ?? 0,
  }));
  return cabins.find((cabin) => cabin.seats > 0 && (seats === null || cabin.seats === seats)) ?? null;
}

/** Each stop's UTC variation must be what its airport's zone says at that instant: the first date that differs is told. */
function zoneProblems(
  legs: readonly PlannedLeg[],
  { leg, from, to }: { leg: SsimLeg; from: Airport; to: Airport },
): string[] {
  const departure = legs.find((dated) => !agrees(leg.departure, from, dated.departsAt));
  const arrival = legs.find((dated) => !agrees(leg.arrival, to, dated.arrivesAt));
  return [
    ...(departure ? [zoneProblem(leg.departure, from, departure)] : []),
    ...(arrival ? [zoneProblem(leg.arrival, to, arrival)] : []),
  ];
}

function agrees(stop: SsimStop, { timeZone }: Airport, instant: Date): boolean {
  return offsetMinutes(instant, timeZone) === stop.offsetMinutes;
}

function zoneProblem(stop: SsimStop, { iata, timeZone }: Airport, { serviceDate }: PlannedLeg): string {
  return `UTC variation ${stop.offsetMinutes} minutes at ${iata} is not that of ${timeZone} on ${serviceDate}`;
}
