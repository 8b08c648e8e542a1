import type { FlightIdentity } from './flight-identity';

/**
 * Legs of one airport pair, one number per property and leg, sorted by departure and identity; the first `count` places
 * are in use. 20 bytes a leg, and no object.
 */
export type LegColumns = {
  count: number;
  /** Minutes since 1970 UTC. */
  departs: Int32Array;
  identities: Uint32Array;
  /** Centavos, one passenger. */
  fares: Int32Array;
  flightMinutes: Uint16Array;
  seats: Uint16Array;
  /** Numbers of texts. */
  aircraft: Uint16Array;
  cabins: Uint16Array;
};

/** One row of the columns. */
export type LegRow = {
  departsMinute: number;
  identity: FlightIdentity;
  fareCents: number;
  flightMinutes: number;
  seatsLeft: number;
  aircraft: number;
  cabin: number;
};

/** Room beyond what is needed: an insert seldom copies, and an eighth of the memory is idle on average. */
const slackFactor = 1.25;
const leastCapacity = 8;

/** Columns without legs. */
export function createColumns(): LegColumns {
  return { count: 0, ...allocate(leastCapacity) };
}

export function departsAt(columns: LegColumns, slot: number): number {
  return columns.departs[slot] as number;
}

export function arrivesAt(columns: LegColumns, slot: number): number {
  return (columns.departs[slot] as number) + (columns.flightMinutes[slot] as number);
}

export function flightMinutesAt(columns: LegColumns, slot: number): number {
  return columns.flightMinutes[slot] as number;
}

export function identityAt(columns: LegColumns, slot: number): FlightIdentity {
  return columns.identities[slot] as number;
}

export function fareAt(columns: LegColumns, slot: number): number {
  return columns.fares[slot] as number;
}

export function seatsAt(columns: LegColumns, slot: number): number {
  return columns.seats[slot] as number;
}

export function aircraftAt(columns: LegColumns, slot: number): number {
  return columns.aircraft[slot] as number;
}

export function cabinAt(columns: LegColumns, slot: number): number {
  return columns.cabins[slot] as number;
}

/** Makes place at `slot` and fills it. */
export function insertRow(columns: LegColumns, slot: number, row: LegRow): void {
  if (columns.count === columns.departs.length) resize(columns, columns.count + 1);
  move(columns, slot, slot + 1);
  columns.count += 1;
  writeRow(columns, slot, row);
}

/** Closes the gap; gives memory back when three quarters of it are idle. */
export function removeRow(columns: LegColumns, slot: number): void {
  move(columns, slot + 1, slot);
  columns.count -= 1;
  const isMostlyIdle = columns.count < columns.departs.length / 4;
  if (isMostlyIdle && columns.departs.length > leastCapacity) resize(columns, columns.count);
}

/** Overwrites all that may change without moving the leg, and what orders it. */
export function writeRow(columns: LegColumns, slot: number, row: LegRow): void {
  columns.departs[slot] = row.departsMinute;
  columns.identities[slot] = row.identity;
  columns.fares[slot] = row.fareCents;
  columns.flightMinutes[slot] = row.flightMinutes;
  columns.seats[slot] = row.seatsLeft;
  columns.aircraft[slot] = row.aircraft;
  columns.cabins[slot] = row.cabin;
}

export function bytesOfColumns(columns: LegColumns): number {
  return arraysOf(columns).reduce((sum, array) => sum + array.byteLength, 0);
}

function move(columns: LegColumns, from: number, to: number): void {
  if (from === columns.count) return;
  for (const array of arraysOf(columns)) array.copyWithin(to, from, columns.count);
}

function resize(columns: LegColumns, needed: number): void {
  const larger = allocate(Math.max(leastCapacity, Math.ceil(needed * slackFactor)));
  const targets = arraysOf(larger);
  for (const [place, array] of arraysOf(columns).entries()) {
    targets[place]?.set(array.subarray(0, columns.count));
  }
  Object.assign(columns, larger);
}

type Arrays = Omit<LegColumns, 'count'>;

function allocate(capacity: number): Arrays {
  return {
    departs: new Int32Array(capacity),
    identities: new Uint32Array(capacity),
    fares: new Int32Array(capacity),
    flightMinutes: new Uint16Array(capacity),
    seats: new Uint16Array(capacity),
    aircraft: new Uint16Array(capacity),
    cabins: new Uint16Array(capacity),
  };
}

function arraysOf({ departs, identities, fares, flightMinutes, seats, aircraft, cabins }: Arrays) {
  return [departs, identities, fares, flightMinutes, seats, aircraft, cabins];
}
