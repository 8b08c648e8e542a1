import { describe, expect, it } from 'vitest';
import { cabinSchema, rowsOf, seatDesignatorSchema, seatsOf } from '@/server/domain/cabin';
import { cabinTemplates } from './cabin-templates';

describe.each(cabinTemplates)('cabin $code', (cabin) => {
  it('fits the schema and has as many seats as its code says', () => {
    expect(cabinSchema.parse(cabin)).toEqual(cabin);
    expect(seatsOf(cabin)).toHaveLength(Number.parseInt(String(cabin.code.split('-')[1]), 10));
  });

  it('names every seat once and in the form of a designator', () => {
    const designators = seatsOf(cabin).map((seat) => seat.designator);
    expect(new Set(designators).size).toBe(designators.length);
    expect(designators.filter((seat) => !seatDesignatorSchema.safeParse(seat).success)).toEqual([]);
  });

  it('marks only rows and columns that exist', () => {
    const marked = [...cabin.exitRows, ...cabin.extraLegroomRows, ...cabin.fixedBackRows];
    expect(marked.filter((row) => !rowsOf(cabin).includes(row))).toEqual([]);
    expect(cabin.letters.slice(0, -1)).toContain(cabin.aisleAfter);
  });
});

it('has thirteen templates with distinct codes', () => {
  expect(new Set(cabinTemplates.map((cabin) => cabin.code)).size).toBe(13);
});
