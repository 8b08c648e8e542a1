import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/server/domain/local-time';
import { monthAndDayOf, monthInFull, weekdayInFullOf, weekdayOf } from './day-words';
import { addMonths, weeksOf } from './month';

const months = fc
  .record({ year: fc.integer({ min: 2024, max: 2040 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`);

describe('weeksOf', () => {
  it('begins each week on Sunday and has every day of the month once, in its place', () => {
    fc.assert(
      fc.property(months, (month) => {
        const weeks = weeksOf(month);
        for (const { sunday, days } of weeks) {
          expect(weekdayInFullOf(sunday)).toBe('domingo');
          expect(days).toHaveLength(7);
          expect(days.some((day) => day !== null)).toBe(true);
          for (const [index, day] of days.entries()) expect([null, addDays(sunday, index)]).toContain(day);
        }
        const days = weeks.flatMap((week) => week.days).filter((day) => day !== null);
        expect(days[0]).toBe(`${month}-01`);
        expect(days.every((day) => day.startsWith(month))).toBe(true);
        expect(addDays(days.at(-1) ?? '', 1)).toBe(`${addMonths(month, 1)}-01`);
        expect(new Set(days).size).toBe(Number(days.at(-1)?.slice(8)));
      }),
    );
  });

  it('shows February 2026, which fills four weeks exactly, in four', () => {
    expect(weeksOf('2026-02')).toHaveLength(4);
    expect(weeksOf('2026-08')).toHaveLength(6);
  });
});

describe('addMonths', () => {
  it('goes over the turn of the year in both directions', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2027-01', -1)).toBe('2026-12');
  });
});

describe('the words of a day', () => {
  it('are those of Brazil and have no stray dots', () => {
    expect(weekdayOf('2026-12-10')).toBe('qui');
    expect(monthAndDayOf('2026-12-10')).toBe('10 dez');
    expect(monthInFull('2026-12')).toBe('dezembro de 2026');
  });
});
