import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/server/domain/local-time';
import { backRequest, onSale, returnRequest } from './testing/search-request';
import { daysOfWay, onDay, wayOf } from './way';

const there = { ...returnRequest, month: '2027-01', pages: 3 };
const back = { ...backRequest, month: '2027-01', pages: 3 };

describe('wayOf', () => {
  it('is the way there until it has been chosen, then the way back', () => {
    expect(wayOf(there)).toEqual({ from: 'RBR', to: 'SSA', date: '2026-12-10', isBack: false });
    expect(wayOf(back)).toEqual({ from: 'SSA', to: 'RBR', date: '2026-12-17', isBack: true });
  });
});

describe('daysOfWay', () => {
  it('lets the way back be no earlier than the way there', () => {
    expect(daysOfWay(there, onSale)).toEqual(onSale);
    expect(daysOfWay(back, onSale)).toEqual({ first: '2026-12-10', last: '2027-03-31' });
  });
});

describe('onDay', () => {
  it('moves the way there and leaves a later way back where it is', () => {
    expect(onDay(there, '2026-12-17', onSale)).toMatchObject({
      date: '2026-12-17',
      returnDate: '2026-12-17',
    });
    expect(onDay({ ...there, returnDate: null }, '2026-12-24', onSale).returnDate).toBeNull();
  });

  it('keeps the length of the stay when the way back would come first', () => {
    expect(onDay(there, '2026-12-18', onSale)).toMatchObject({
      date: '2026-12-18',
      returnDate: '2026-12-25',
    });
  });

  it('moves only the way back while that is being chosen', () => {
    expect(onDay(back, '2026-12-12', onSale)).toEqual({
      ...back,
      returnDate: '2026-12-12',
      month: null,
      pages: 1,
    });
  });

  it('closes the calendar and begins the list anew', () => {
    expect(onDay(there, '2026-12-11', onSale)).toMatchObject({ month: null, pages: 1 });
  });

  it('never has the way back before the way there, nor after the last day on sale', () => {
    fc.assert(
      fc.property(fc.nat(120), fc.nat(120), fc.nat(120), (day, stay, other) => {
        const date = addDays(onSale.first, day);
        const returnDate = addDays(onSale.first, Math.min(day + stay, 120));
        const moved = onDay({ ...there, date, returnDate }, addDays(onSale.first, other), onSale);
        expect(moved.returnDate && moved.returnDate >= moved.date).toBe(true);
        expect(moved.returnDate && moved.returnDate <= onSale.last).toBe(true);
      }),
    );
  });
});
