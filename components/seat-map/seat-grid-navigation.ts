import { letterOf, rowOf, type SeatMapData } from './seat-map-data';

/** The cabin as the keyboard walks it: `cells[row index][column index]`, null where no seat is (doors, galleys). */
export type SeatGrid = { rowNumbers: number[]; letters: string[]; cells: (string | null)[][] };

/** Designators typed so far, and when the last key came (any monotonic milliseconds). */
export type TypedSeat = { text: string; atMs: number };

type Position = { row: number; column: number };

export type PressedKey = { key: string; ctrlKey?: boolean };

/** A page is five rows: about what a phone shows of the cabin at once. */
const pageRows = 5;

/** Longer than this between two keys starts a new designator: one second is the usual type-ahead pause of list boxes. */
const typingPauseMs = 1_000;

/** Lays the seats of a map out as a matrix; columns follow the cabin's letters. */
export function seatGridOf(seatMap: Pick<SeatMapData, 'letters' | 'rows'>): SeatGrid {
  const letters = [...seatMap.letters];
  const cells = seatMap.rows.map(({ seats }) => {
    const designators = new Map(seats.map((seat) => [letterOf(seat.designator), seat.designator]));
    return letters.map((letter) => designators.get(letter) ?? null);
  });
  return { rowNumbers: seatMap.rows.map(({ row }) => row), letters, cells };
}

/** The first seat of the cabin, where Tab enters when nothing better is known; null for an empty cabin. */
export function firstSeat(grid: SeatGrid): string | null {
  return grid.cells.flat().find((cell) => cell !== null) ?? null;
}

/**
 * Where a key moves the focus from `current`: arrows by one seat (over gaps and doors), Home and End within the row,
 * with Ctrl to the ends of the cabin, PageUp and PageDown by five rows. Null for any other key; at an edge it stays.
 */
export function seatAfterKey(grid: SeatGrid, current: string, pressed: PressedKey): string | null {
  const { key, ctrlKey = false } = pressed;
  const from = positionOf(grid, current);
  if (!from) return firstSeat(grid);
  switch (key) {
    case 'ArrowLeft':
      return seatAlongRow(grid, from, -1) ?? current;
    case 'ArrowRight':
      return seatAlongRow(grid, from, 1) ?? current;
    case 'ArrowUp':
      return seatAlongColumn(grid, from, -1) ?? current;
    case 'ArrowDown':
      return seatAlongColumn(grid, from, 1) ?? current;
    case 'Home':
      return edgeSeat(ctrlKey ? grid.cells.flat() : rowCells(grid, from.row)) ?? current;
    case 'End':
      return edgeSeat((ctrlKey ? grid.cells.flat() : rowCells(grid, from.row)).toReversed()) ?? current;
    case 'PageUp':
      return seatNear(grid, { row: Math.max(from.row - pageRows, 0), column: from.column }) ?? current;
    case 'PageDown':
      return (
        seatNear(grid, { row: Math.min(from.row + pageRows, grid.cells.length - 1), column: from.column }) ??
        current
      );
    default:
      return null;
  }
}

/**
 * Reads one typed character. Digits name a row and keep the column, a letter names a column: `1`, `2` jumps to row 12,
 * then `C` to 12C. `seat` is null when nothing matches (a first digit of a longer row may match nothing).
 */
export function seatAfterTyping(
  grid: SeatGrid,
  current: string,
  { typed, ...next }: { typed: TypedSeat; character: string; atMs: number },
): { typed: TypedSeat; seat: string | null } | null {
  if (!/^[\da-z]$/i.test(next.character)) return null;
  const character = next.character.toUpperCase();
  const continued = next.atMs - typed.atMs <= typingPauseMs ? typed.text : '';
  if (/\d/.test(character)) {
    const text = rowStart(grid, continued + character) ? continued + character : character;
    return { typed: { text, atMs: next.atMs }, seat: seatInRow(grid, Number(text), letterOf(current)) };
  }
  if (!grid.letters.includes(character)) return null;
  const row = continued === '' ? rowOf(current) : Number(continued);
  return { typed: { text: '', atMs: next.atMs }, seat: exactSeat(grid, row, character) };
}

function rowStart(grid: SeatGrid, digits: string): boolean {
  return grid.rowNumbers.some((row) => String(row).startsWith(digits));
}

function exactSeat(grid: SeatGrid, row: number, letter: string): string | null {
  const cells = grid.cells[grid.rowNumbers.indexOf(row)] ?? [];
  return cells[grid.letters.indexOf(letter)] ?? null;
}

function seatInRow(grid: SeatGrid, row: number, letter: string): string | null {
  const index = grid.rowNumbers.indexOf(row);
  return index === -1 ? null : seatNear(grid, { row: index, column: grid.letters.indexOf(letter) });
}

function positionOf(grid: SeatGrid, designator: string): Position | null {
  const row = grid.rowNumbers.indexOf(rowOf(designator));
  const column = grid.letters.indexOf(letterOf(designator));
  return grid.cells[row]?.[column] === designator ? { row, column } : null;
}

function rowCells(grid: SeatGrid, row: number): (string | null)[] {
  return grid.cells[row] ?? [];
}

function edgeSeat(cells: (string | null)[]): string | null {
  return cells.find((cell) => cell !== null) ?? null;
}

function seatAlongRow(grid: SeatGrid, { row, column }: Position, step: 1 | -1): string | null {
  const cells = rowCells(grid, row);
  return edgeSeat(step === 1 ? cells.slice(column + 1) : cells.slice(0, column).toReversed());
}

function seatAlongColumn(grid: SeatGrid, { row, column }: Position, step: 1 | -1): string | null {
  const cells = grid.cells.map((rowOfCells) => rowOfCells[column] ?? null);
  return edgeSeat(step === 1 ? cells.slice(row + 1) : cells.slice(0, row).toReversed());
}

/** The seat of a row that is nearest to a column; the left one of two equally near. */
function seatNear(grid: SeatGrid, { row, column }: Position): string | null {
  const byDistance = rowCells(grid, row)
    .map((cell, index) => ({ cell, distance: Math.abs(index - column) }))
    .filter(({ cell }) => cell !== null)
    .toSorted((a, b) => a.distance - b.distance);
  return byDistance[0]?.cell ?? null;
}
