import { describe, expect, it } from 'vitest';
import { airlineCodes, inCanonicalOrder } from './airline-code';
import { legIdOf, legIdSchema, operatingAirline, parseLegId } from './leg';
import { sumCents } from './money';

describe('the identity of a leg', () => {
  const key = { airline: 'rumos', flightNumber: 1234, serviceDate: '2026-12-01', from: 'GRU' } as const;

  it('is readable and can be read back', () => {
    const legId = legIdOf(key);
    expect(legId).toBe('rumos:1234:2026-12-01:GRU');
    expect(parseLegId(legId)).toEqual(key);
    expect(operatingAirline(legId)).toBe('rumos');
  });

  it.each([
    'varig:1:2026-12-01:GRU',
    'rumos:0:2026-12-01:GRU',
    'rumos:01:2026-12-01:GRU',
    'rumos:12345:2026-12-01:GRU',
    'rumos:1:2026-12-1:GRU',
    'rumos:1:2026-12-01:gru',
    'rumos:1:2026-12-01:GRU:x',
    "rumos:1:2026-12-01:GRU' --",
    '',
  ])('%j is none', (typed) => {
    expect(legIdSchema.safeParse(typed).success).toBe(false);
  });
});

describe('the canonical order', () => {
  it('is the same whatever order airlines come in, each once', () => {
    expect(inCanonicalOrder(['boreal', 'rumos', 'boreal', 'giro'])).toEqual([...airlineCodes]);
    expect(inCanonicalOrder([])).toEqual([]);
  });
});

describe('money', () => {
  it('adds up in centavos', () => {
    expect(sumCents([10, 20, 12])).toBe(42);
    expect(sumCents([])).toBe(0);
  });
});
