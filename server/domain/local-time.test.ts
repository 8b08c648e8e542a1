import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  instantAtLocalTime,
  localDateAt,
  localTimeAt,
  offsetMinutes,
} from './local-time';

const at = (iso: string) => new Date(iso);

describe('the zones of Brazil', () => {
  it.each([
    ['America/Sao_Paulo', -180, '2026-12-01T09:30'],
    ['America/Noronha', -120, '2026-12-01T10:30'],
    ['America/Manaus', -240, '2026-12-01T08:30'],
    ['America/Rio_Branco', -300, '2026-12-01T07:30'],
  ])('%s is %i minutes from UTC in summer and in winter', (zone, offset, local) => {
    expect(offsetMinutes(at('2026-12-01T12:30:00Z'), zone)).toBe(offset);
    expect(offsetMinutes(at('2026-07-01T12:30:00Z'), zone)).toBe(offset);
    expect(localTimeAt(at('2026-12-01T12:30:00Z'), zone)).toBe(local);
    expect(instantAtLocalTime(local, zone)).toEqual(at('2026-12-01T12:30:00Z'));
  });

  it('São Paulo has had no summer time since 2019, and had it before', () => {
    expect(offsetMinutes(at('2018-12-01T12:00:00Z'), 'America/Sao_Paulo')).toBe(-120);
    expect(offsetMinutes(at('2019-12-01T12:00:00Z'), 'America/Sao_Paulo')).toBe(-180);
  });

  it('one instant has two dates in the country', () => {
    const instant = at('2026-12-02T02:30:00Z');
    expect(localDateAt(instant, 'America/Noronha')).toBe('2026-12-02');
    expect(localDateAt(instant, 'America/Sao_Paulo')).toBe('2026-12-01');
    expect(localDateAt(instant, 'America/Rio_Branco')).toBe('2026-12-01');
  });

  it('midnight belongs to the day that begins', () => {
    expect(localTimeAt(at('2026-12-01T03:00:00Z'), 'America/Sao_Paulo')).toBe('2026-12-01T00:00');
    expect(instantAtLocalTime('2026-12-01T00:00', 'America/Sao_Paulo')).toEqual(at('2026-12-01T03:00:00Z'));
  });
});

describe('a zone with summer time', () => {
  const zone = 'America/New_York';

  it('jumps over an hour in spring', () => {
    expect(localTimeAt(at('2026-03-08T06:59:00Z'), zone)).toBe('2026-03-08T01:59');
    expect(localTimeAt(at('2026-03-08T07:00:00Z'), zone)).toBe('2026-03-08T03:00');
    expect(instantAtLocalTime('2026-03-08T01:59', zone)).toEqual(at('2026-03-08T06:59:00Z'));
    expect(instantAtLocalTime('2026-03-08T03:00', zone)).toEqual(at('2026-03-08T07:00:00Z'));
  });

  it('reads a wall time inside the jump with the offset before it', () => {
    expect(instantAtLocalTime('2026-03-08T02:30', zone)).toEqual(at('2026-03-08T07:30:00Z'));
    expect(instantAtLocalTime('2026-03-08T02:00', zone)).toEqual(at('2026-03-08T07:00:00Z'));
  });

  it('lives through an hour twice in autumn, and means the first', () => {
    expect(localTimeAt(at('2026-11-01T05:30:00Z'), zone)).toBe('2026-11-01T01:30');
    expect(localTimeAt(at('2026-11-01T06:30:00Z'), zone)).toBe('2026-11-01T01:30');
    expect(instantAtLocalTime('2026-11-01T01:30', zone)).toEqual(at('2026-11-01T05:30:00Z'));
    expect(instantAtLocalTime('2026-11-01T00:59', zone)).toEqual(at('2026-11-01T04:59:00Z'));
    expect(instantAtLocalTime('2026-11-01T02:00', zone)).toEqual(at('2026-11-01T07:00:00Z'));
  });

  it('reads back every minute of both changes, except the repeated hour', () => {
    for (const start of ['2026-03-08T04:00:00Z', '2026-11-01T06:00:00Z']) {
      for (let minute = 0; minute < 360; minute++) {
        const instant = new Date(at(start).getTime() + minute * 60_000);
        const local = localTimeAt(instant, zone);
        const isRepeated = local.startsWith('2026-11-01T01:');
        if (!isRepeated) expect(instantAtLocalTime(local, zone)).toEqual(instant);
      }
    }
  });
});

describe('every hour of a year', () => {
  it.each(['America/Sao_Paulo', 'America/Noronha', 'America/Rio_Branco', 'America/Cuiaba'])(
    'in %s can be written as a wall time and read back',
    (zone) => {
      const start = at('2026-01-01T00:17:00Z').getTime();
      for (let hour = 0; hour < 365 * 24; hour++) {
        const instant = new Date(start + hour * 3_600_000);
        expect(instantAtLocalTime(localTimeAt(instant, zone), zone).getTime()).toBe(instant.getTime());
      }
    },
  );

  it('a zone that does not exist is refused', () => {
    expect(() => offsetMinutes(at('2026-12-01T00:00:00Z'), 'America/Brasilia_Nova')).toThrow(RangeError);
  });
});

describe('dates', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-12-01', 0, '2026-12-01'],
    ['2026-12-01', 120, '2027-03-31'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
    expect(daysBetween(date, expected)).toBe(days);
  });
});
