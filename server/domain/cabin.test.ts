import { describe, expect, it } from 'vitest';
import {
  type Cabin,
  cabinSchema,
  findSeat,
  rowsOf,
  seatDesignatorSchema,
  seatsOf,
  surchargeCents,
} from './cabin';

const cabin: Cabin = {
  code: 'TST-57',
  name: 'A small jet without a row 13',
  letters: 'ABCDEF',
  aisleAfter: 'C',
  firstRow: 5,
  lastRow: 15,
  skippedRows: [13],
  exitRows: [12],
  extraLegroomRows: [5, 12],
  fixedBackRows: [11, 15],
  absentSeats: ['5A', '5B', '12F'],
};

const featuresOf = (designator: string) => findSeat(cabin, designator)?.features;

describe('the seats of a cabin', () => {
  it('are its printed rows times its letters, without the absent ones', () => {
    expect(cabinSchema.safeParse(cabin).success).toBe(true);
    expect(rowsOf(cabin)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 14, 15]);
    expect(seatsOf(cabin)).toHaveLength(57);
    expect(new Set(seatsOf(cabin).map(({ designator }) => designator)).size).toBe(57);
  });

  it('come row by row, left to right', () => {
    const first = seatsOf(cabin).slice(0, 5);
    expect(first.map(({ designator }) => designator)).toEqual(['5C', '5D', '5E', '5F', '6A']);
  });

  it('have designators that can be typed', () => {
    for (const { designator } of seatsOf(cabin))
      expect(seatDesignatorSchema.safeParse(designator).success).toBe(true);
  });

  it('that do not exist are not found', () => {
    for (const designator of ['13A', '4A', '16A', '6G', '5A', '12F', '', '06A']) {
      expect(findSeat(cabin, designator)).toBeNull();
    }
  });
});

describe('what is special about a seat', () => {
  it.each([
    ['8A', 'window'],
    ['8B', 'middle'],
    ['8C', 'aisle'],
    ['8D', 'aisle'],
    ['8E', 'middle'],
    ['8F', 'window'],
  ] as const)('%s is a %s seat', (designator, position) => {
    expect(featuresOf(designator)?.[0]).toBe(position);
  });

  it('two seats beside the aisle have no middle', () => {
    const turboprop: Cabin = { ...cabin, letters: 'ACDF', absentSeats: [] };
    const row = seatsOf(turboprop).slice(0, 4);
    expect(row.map(({ features }) => features[0])).toEqual(['window', 'aisle', 'aisle', 'window']);
  });

  it('the first five rows are the front', () => {
    const front = seatsOf(cabin).filter(({ features }) => features.includes('front'));
    expect([...new Set(front.map(({ row }) => row))]).toEqual([5, 6, 7, 8, 9]);
  });

  it('exits, legroom and fixed backs are where the template says', () => {
    expect(featuresOf('12A')).toEqual(['window', 'exit', 'extra-legroom']);
    expect(featuresOf('11C')).toEqual(['aisle', 'fixed-back']);
    expect(featuresOf('10B')).toEqual(['middle']);
  });
});

describe('the surcharge', () => {
  it.each([
    ['10B', 0],
    ['11C', 0],
    ['6B', 2_500],
    ['12A', 4_500],
    // Front and extra legroom do not add up.
    ['5C', 4_500],
  ])('of %s is %i centavos', (designator, cents) => {
    const seat = findSeat(cabin, designator);
    expect(seat && surchargeCents(seat)).toBe(cents);
  });
});

describe('a seat designator', () => {
  it.each(['1A', '9K', '12C', '99F'])('%s is one', (typed) => {
    expect(seatDesignatorSchema.safeParse(typed).success).toBe(true);
  });

  it.each(['', 'A1', '0A', '01A', '100A', '12', '12L', '12c', ' 12C', '12C '])('%j is none', (typed) => {
    expect(seatDesignatorSchema.safeParse(typed).success).toBe(false);
  });
});
