import { z } from 'zod';

/** A cabin template: which seats an aircraft has and what is special about them. Rows are counted as printed. */
export const cabinSchema = z.strictObject({
  code: z.string().regex(/^[A-Z0-9]{2,4}-\d{1,3}S?$/),
  name: z.string().max(80),
  /** Column letters from left to right. */
  letters: z.string().regex(/^[A-K]{2,10}$/),
  /** The column after which the aisle lies. */
  aisleAfter: z.string().length(1),
  firstRow: z.int().min(1),
  lastRow: z.int().max(99),
  /** Row numbers that are not used (13 on some fleets). */
  skippedRows: z.array(z.int()),
  exitRows: z.array(z.int()),
  extraLegroomRows: z.array(z.int()),
  fixedBackRows: z.array(z.int()),
  /** Designators that do not exist although row and column do (door rows). */
  absentSeats: z.array(z.string()),
});

export type Cabin = z.infer<typeof cabinSchema>;

export const seatFeatures = [
  'window',
  'aisle',
  'middle',
  'exit',
  'extra-legroom',
  'front',
  'fixed-back',
] as const;
export type SeatFeature = (typeof seatFeatures)[number];

export type Seat = { designator: string; row: number; letter: string; features: SeatFeature[] };

/** Row 1–99 without leading zero, then the column letter: `12C`. */
export const seatDesignatorSchema = z.string().regex(/^[1-9]\d?[A-K]$/, 'row and letter, like 12C');

/** The rows at the front that are sold as "front": quick to board and to leave. */
const frontRows = 5;

/** The printed row numbers of a cabin, front to back. */
export function rowsOf(cabin: Cabin): number[] {
  const rows: number[] = [];
  for (let row = cabin.firstRow; row <= cabin.lastRow; row++) {
    if (!cabin.skippedRows.includes(row)) rows.push(row);
  }
  return rows;
}

/** Every seat of a cabin, row by row, left to right. */
export function seatsOf(cabin: Cabin): Seat[] {
  return rowsOf(cabin).flatMap((row) =>
    [...cabin.letters]
      .map((letter) => ({
        designator: `${row}${letter}`,
        row,
        letter,
        features: featuresOf(cabin, row, letter),
      }))
      .filter((seat) => !cabin.absentSeats.includes(seat.designator)),
  );
}

/** The seat with this designator, or null when the cabin has none. */
export function findSeat(cabin: Cabin, designator: string): Seat | null {
  return seatsOf(cabin).find((seat) => seat.designator === designator) ?? null;
}

function featuresOf(cabin: Cabin, row: number, letter: string): SeatFeature[] {
  const features: SeatFeature[] = [positionOf(cabin, letter)];
  if (cabin.exitRows.includes(row)) features.push('exit');
  if (cabin.extraLegroomRows.includes(row)) features.push('extra-legroom');
  if (row < cabin.firstRow + frontRows) features.push('front');
  if (cabin.fixedBackRows.includes(row)) features.push('fixed-back');
  return features;
}

function positionOf(cabin: Cabin, letter: string): 'window' | 'aisle' | 'middle' {
  const column = cabin.letters.indexOf(letter);
  const aisle = cabin.letters.indexOf(cabin.aisleAfter);
  if (column === 0 || column === cabin.letters.length - 1) return 'window';
  return column === aisle || column === aisle + 1 ? 'aisle' : 'middle';
}

const extraLegroomSurchargeCents = 4_500;
const frontSurchargeCents = 2_500;

/** What a seat costs beyond the fare, in centavos: the dearest of its features counts, they do not add up. */
export function surchargeCents(seat: Seat): number {
  if (seat.features.includes('extra-legroom')) return extraLegroomSurchargeCents;
  return seat.features.includes('front') ? frontSurchargeCents : 0;
}
