import { describe, expect, it } from 'vitest';
import { cpfSchema, isCpf } from './cpf';

describe('a CPF', () => {
  it.each(['52998224725', '11144477735', '12345678909', '00000000191', '01234567890'])(
    '%s is one',
    (number) => {
      expect(isCpf(number)).toBe(true);
    },
  );

  it.each(Array.from('0123456789', (digit) => digit.repeat(11)))(
    '%s is none, although its digits agree',
    (number) => {
      expect(isCpf(number)).toBe(false);
    },
  );

  it.each([
    ['a wrong first check digit', '52998224735'],
    ['a wrong second check digit', '52998224726'],
    ['two digits exchanged', '25998224725'],
    ['ten digits', '5299822472'],
    ['twelve digits', '529982247250'],
    ['a letter', '5299822472A'],
    ['nothing', ''],
    ['digits of another script', '٥٢٩٩٨٢٢٤٧٢٥'],
  ])('with %s is refused', (_what, number) => {
    expect(isCpf(number)).toBe(false);
  });

  it('every single wrong digit is found', () => {
    const good = '52998224725';
    for (let at = 0; at < good.length; at++) {
      for (const digit of '0123456789') {
        const typed = good.slice(0, at) + digit + good.slice(at + 1);
        expect(isCpf(typed)).toBe(typed === good);
      }
    }
  });
});

describe('a typed CPF', () => {
  it.each(['529.982.247-25', '52998224725', ' 529 982 247 25 ', '529.982.247 25'])(
    '%j is read as its digits',
    (typed) => {
      expect(cpfSchema.parse(typed)).toBe('52998224725');
    },
  );

  it.each(['529.982.247-24', '529/982/247-25', '', 'x'.repeat(1_000)])('%j is refused', (typed) => {
    expect(cpfSchema.safeParse(typed).success).toBe(false);
  });
});
