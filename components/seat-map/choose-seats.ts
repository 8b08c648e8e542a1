import { letterOf, type MappedSeat, rowOf, type SeatMapData, seatsOfMap } from './seat-map-data';

export const seatPreferences = ['together', 'window', 'aisle'] as const;
export type SeatPreference = (typeof seatPreferences)[number];

/** A seat with its place in the cabin: `rowIndex` counts rows from the front, `column` from the left, `block` is its side of the aisle. */
type PlacedSeat = MappedSeat & { rowIndex: number; column: number; block: 0 | 1 };

/** Going one row back parts two people more than sitting one or two seats further along. */
const rowDistance = 3;
/** Sitting across the aisle counts as one seat further. */
const aisleDistance = 1;

/**
 * Picks one seat for each passenger among the free ones and the customer's own, best first by: the preference, no exit
 * row (not everybody may sit there), lowest surcharge, no seat left alone between taken ones, closeness, the front.
 * Deterministic. Returns designators from front left to back right, or null when fewer seats are free than passengers.
 */
export function chooseSeats(
  seatMap: SeatMapData,
  passengerCount: number,
  preference: SeatPreference,
): string[] | null {
  const available = placedSeats(seatMap).filter(isAvailable);
  if (available.length < passengerCount) return null;
  const preferred = available.filter((seat) => isPreferred(seat, preference));
  const pools = preferred.length >= passengerCount ? [preferred, available] : [available];
  const candidates = pools.flatMap((pool) => pool.map((seed) => nearestSeats(pool, seed, passengerCount)));
  const best = candidates
    .map((seats) => ({ seats, score: scoreOf(seats, available, preference) }))
    .reduce((a, b) => (isBetter(b.score, a.score) ? b : a));
  return best.seats.toSorted(fromFrontLeft).map((seat) => seat.designator);
}

function placedSeats(seatMap: SeatMapData): PlacedSeat[] {
  const rowNumbers = seatMap.rows.map(({ row }) => row);
  const aisle = seatMap.letters.indexOf(seatMap.aisleAfter);
  return seatsOfMap(seatMap).map((seat) => {
    const column = seatMap.letters.indexOf(letterOf(seat.designator));
    return {
      ...seat,
      column,
      rowIndex: rowNumbers.indexOf(rowOf(seat.designator)),
      block: column > aisle ? 1 : 0,
    };
  });
}

function isAvailable(seat: MappedSeat): boolean {
  return seat.state === 'free' || seat.state === 'mine';
}

function isPreferred(seat: MappedSeat, preference: SeatPreference): boolean {
  return preference === 'together' || seat.features.includes(preference);
}

function distanceBetween(a: PlacedSeat, b: PlacedSeat): number {
  const acrossAisle = a.block === b.block ? 0 : aisleDistance;
  return Math.abs(a.rowIndex - b.rowIndex) * rowDistance + Math.abs(a.column - b.column) + acrossAisle;
}

function fromFrontLeft(a: PlacedSeat, b: PlacedSeat): number {
  return a.rowIndex - b.rowIndex || a.column - b.column;
}

function nearestSeats(pool: PlacedSeat[], seed: PlacedSeat, count: number): PlacedSeat[] {
  return pool
    .map((seat) => ({ seat, distance: distanceBetween(seat, seed) }))
    .toSorted((a, b) => a.distance - b.distance || fromFrontLeft(a.seat, b.seat))
    .slice(0, count)
    .map(({ seat }) => seat);
}

/** Smaller is better, compared from the first number on. */
function scoreOf(seats: PlacedSeat[], available: PlacedSeat[], preference: SeatPreference): number[] {
  const misses = seats.filter((seat) => !isPreferred(seat, preference)).length;
  const spread = spreadOf(seats);
  const togetherFirst = preference === 'together' ? spread : 0;
  const exits = seats.filter((seat) => seat.features.includes('exit')).length;
  const surcharge = seats.reduce((sum, seat) => sum + seat.surchargeCents, 0);
  const frontmost = Math.min(...seats.map((seat) => seat.rowIndex));
  return [misses, togetherFirst, exits, surcharge, orphansAfter(seats, available), spread, frontmost];
}

function isBetter(score: number[], than: number[]): boolean {
  const differing = score.findIndex((value, index) => value !== than[index]);
  return differing !== -1 && (score[differing] ?? 0) < (than[differing] ?? 0);
}

function spreadOf(seats: PlacedSeat[]): number {
  let spread = 0;
  for (const [index, seat] of seats.entries()) {
    for (const other of seats.slice(index + 1)) spread += distanceBetween(seat, other);
  }
  return spread;
}

/** How many available seats stand alone in their block once `seats` are taken, and did not before. */
function orphansAfter(seats: PlacedSeat[], available: PlacedSeat[]): number {
  const touched = available.filter((free) => seats.some((seat) => seat.rowIndex === free.rowIndex));
  const left = touched.filter((free) => !seats.includes(free));
  return left.filter((free) => !hasNeighbour(free, left) && hasNeighbour(free, touched)).length;
}

function hasNeighbour(seat: PlacedSeat, among: PlacedSeat[]): boolean {
  return among.some((other) => areSideBySide(seat, other));
}

function areSideBySide(a: PlacedSeat, b: PlacedSeat): boolean {
  return a.rowIndex === b.rowIndex && a.block === b.block && Math.abs(a.column - b.column) === 1;
}
