import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { airlineCodes } from '@/server/domain/airline-code';
import { type FareBasis, fareCentsOf } from './fare';

const shuttle: FareBasis = {
  airline: 'rumos',
  from: 'CGH',
  to: 'SDU',
  distanceKm: 366,
  serviceDate: '2026-12-09',
  departureMinute: 13 * 60,
};

const basis = fc.record({
  airline: fc.constantFrom(...airlineCodes),
  from: fc.constantFrom('GRU', 'REC', 'RBR'),
  to: fc.constantFrom('SSA', 'MAO', 'POA'),
  distanceKm: fc.double({ min: 60, max: 4000, noNaN: true }),
  serviceDate: fc.constantFrom('2026-12-01', '2026-12-04', '2026-12-06', '2027-02-28'),
  departureMinute: fc.integer({ min: 0, max: 1439 }),
});

describe('fareCentsOf', () => {
  it('ends in 9,90 and stays near R$ 120 and R$ 0.26 a kilometre', () => {
    fc.assert(
      fc.property(basis, (any) => {
        const fare = fareCentsOf(any);
        const plain = 12_000 + 26 * any.distanceKm;
        expect(fare % 1_000).toBe(990);
        expect(fare).toBeGreaterThan(plain * 0.65);
        expect(fare).toBeLessThan(plain * 1.5 + 1_000);
      }),
    );
  });

  it('is the same for the same leg, whenever it is asked', () => {
    fc.assert(fc.property(basis, (any) => fareCentsOf({ ...any }) === fareCentsOf(any)));
  });

  it('differs by airline, weekday and hour', () => {
    const fares = [
      shuttle,
      { ...shuttle, airline: 'giro' as const },
      { ...shuttle, serviceDate: '2026-12-11' },
      { ...shuttle, departureMinute: 8 * 60 },
    ].map(fareCentsOf);
    expect(new Set(fares).size).toBe(4);
  });

  it('rises with the distance', () => {
    expect(fareCentsOf({ ...shuttle, distanceKm: 2_700 })).toBeGreaterThan(fareCentsOf(shuttle) * 2);
  });
});
