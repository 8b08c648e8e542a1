import { describe, expect, it } from 'vitest';
import { formatDuration, isoDuration } from './duration';
import { formatInstant, formatInstantTime } from './instant';
import { formatDate, formatLongDate, formatNumericDate } from './local-date';
import { formatDayOffset, formatTime } from './local-time';
import { formatMoney } from './money';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('formats of pt-BR', () => {
  it('writes centavos as reais', () => {
    expect(plain(formatMoney(123_456))).toBe('R$ 1.234,56');
    expect(plain(formatMoney(0))).toBe('R$ 0,00');
    expect(plain(formatMoney(-5))).toBe('-R$ 0,05');
  });

  it('writes durations in hours and minutes and leaves out what is zero', () => {
    expect([155, 45, 180, 0, 1_505].map((minutes) => plain(formatDuration(minutes)))).toEqual([
      '2 h 35 min',
      '45 min',
      '3 h',
      '0 min',
      '25 h 5 min',
    ]);
    expect(isoDuration(155)).toBe('PT2H35M');
  });

  it('keeps the day of a calendar date, whatever the zone of the machine', () => {
    expect(formatDate('2026-12-11')).toBe('sex., 11 de dez.');
    expect(formatLongDate('2026-12-11T23:59')).toBe('sexta-feira, 11 de dezembro');
    expect(formatNumericDate('1990-01-02')).toBe('02/01/1990');
  });

  it('marks an arrival on another day', () => {
    expect(formatTime('2026-12-11T08:05')).toBe('08:05');
    expect(formatDayOffset('2026-12-31T22:00', '2027-01-01T01:00')).toBe('+1');
    expect(formatDayOffset('2026-12-11T08:00', '2026-12-11T09:00')).toBe('');
    expect(formatDayOffset('2026-12-11T00:10', '2026-12-10T23:50')).toBe('-1');
  });

  it('shows instants in Brasília time', () => {
    expect(formatInstantTime('2026-12-11T16:58:00Z')).toBe('13:58');
    expect(formatInstant('2026-12-11T16:58:00Z')).toBe('11 de dez., 13:58');
  });
});
