import { describe, expect, it } from 'vitest';
import { intersection, operatingDates } from './operating-dates';

const december = { from: '2026-12-01', to: '2026-12-31' };

describe('operatingDates', () => {
  it('takes the days of the week inside the period', () => {
    const operation = { periodFrom: '2026-12-03', periodTo: '2026-12-16', days: [1, 4], fortnightly: false };
    expect(operatingDates(operation, december)).toEqual([
      '2026-12-03',
      '2026-12-07',
      '2026-12-10',
      '2026-12-14',
    ]);
  });

  it('counts fortnights from the first day of the period, even when that lies before the window', () => {
    const operation = { periodFrom: '2026-11-19', periodTo: null, days: [2, 4], fortnightly: true };
    expect(operatingDates(operation, december)).toEqual([
      '2026-12-03',
      '2026-12-08',
      '2026-12-17',
      '2026-12-22',
      '2026-12-31',
    ]);
  });

  it('stops at the window when the period is open, and is empty when they do not meet', () => {
    const daily = {
      periodFrom: '2026-12-30',
      periodTo: null,
      days: [1, 2, 3, 4, 5, 6, 7],
      fortnightly: false,
    };
    expect(operatingDates(daily, december)).toEqual(['2026-12-30', '2026-12-31']);
    expect(operatingDates({ ...daily, periodFrom: '2027-01-01' }, december)).toEqual([]);
  });
});

it('intersection is the common part or nothing', () => {
  expect(intersection(december, { from: '2026-12-24', to: '2027-01-06' })).toEqual({
    from: '2026-12-24',
    to: '2026-12-31',
  });
  expect(intersection(december, { from: '2027-01-01', to: '2027-01-06' })).toBeNull();
});
