import { describe, expect, it } from 'vitest';
import { airlineCodes, airlineIdentities } from './airline-code';
import { eTicketCheckDigit, eTicketNumber } from './e-ticket';

/** Modulo 7 by hand, digit by digit. */
function modulo7(number: string): number {
  return [...number].reduce((rest, digit) => (rest * 10 + Number(digit)) % 7, 0);
}

describe('an e-ticket number', () => {
  it('is the airline’s three digits and a serial of ten', () => {
    expect(eTicketNumber('rumos', 1)).toBe('8710000000001');
    expect(eTicketNumber('giro', 42)).toBe('8720000000042');
    expect(eTicketNumber('boreal', 9_999_999_999)).toBe('8739999999999');
  });

  it('never belongs to two airlines', () => {
    const codes = airlineCodes.map((code) => airlineIdentities[code].accountingCode);
    expect(new Set(codes).size).toBe(airlineCodes.length);
    for (const code of codes) expect(code).toMatch(/^\d{3}$/);
  });
});

describe('the check digit', () => {
  it.each(['8710000000001', '8720000000042', '8739999999999', '0572110236541', '9999999999999'])(
    'of %s is the number modulo 7',
    (number) => {
      expect(eTicketCheckDigit(number)).toBe(modulo7(number));
    },
  );

  it('finds every single wrong digit unless it differs by seven', () => {
    const good = '8710000012345';
    for (let at = 0; at < good.length; at++) {
      for (let digit = 0; digit <= 9; digit++) {
        const difference = Math.abs(digit - Number(good[at]));
        const typed = good.slice(0, at) + digit + good.slice(at + 1);
        expect(eTicketCheckDigit(typed) === eTicketCheckDigit(good)).toBe(difference % 7 === 0);
      }
    }
  });
});
