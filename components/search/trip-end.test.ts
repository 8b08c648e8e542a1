import { describe, expect, it } from 'vitest';
import type { LegView } from '@/server/search/leg-view';
import { arrivalOf, departureOf, hoursAheadOfBrasilia, isOverTimeZones } from './trip-end';

const leg = {
  from: 'RBR',
  to: 'FEN',
  departsAt: '2026-12-10T15:00:00.000Z',
  arrivesAt: '2026-12-10T21:00:00.000Z',
  departsLocal: '2026-12-10T10:00',
  arrivesLocal: '2026-12-10T19:00',
  departsZone: 'America/Rio_Branco',
  arrivesZone: 'America/Noronha',
} as LegView;

describe('the ends of a leg', () => {
  it('say how far their clocks are from Brasília’s', () => {
    expect(hoursAheadOfBrasilia(departureOf(leg))).toBe(-2);
    expect(hoursAheadOfBrasilia(arrivalOf(leg))).toBe(1);
  });
});

describe('isOverTimeZones', () => {
  it('compares clocks and not names of zones', () => {
    expect(isOverTimeZones([leg])).toBe(true);
    const sameClock = { ...leg, departsZone: 'America/Bahia', arrivesZone: 'America/Sao_Paulo' };
    expect(isOverTimeZones([sameClock])).toBe(false);
  });
});
