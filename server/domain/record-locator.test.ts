import { describe, expect, it } from 'vitest';
import { airlineCodes } from './airline-code';
import {
  locatorAlphabet,
  mintRecordLocator,
  recordLocatorSchema,
  typedLocatorSchema,
} from './record-locator';

describe('the alphabet', () => {
  it('has no vowel, no 0 and no 1, and nothing twice', () => {
    expect(locatorAlphabet).toBe('23456789BCDFGHJKMNPQRSTVWXYZ');
    expect(locatorAlphabet).not.toMatch(/[AEIOU01]/);
    expect(new Set(locatorAlphabet).size).toBe(28);
  });
});

describe('a minted locator', () => {
  it.each([
    ['rumos', 'R'],
    ['giro', 'G'],
    ['boreal', 'B'],
  ] as const)('of %s begins with %s', (airline, letter) => {
    const locator = mintRecordLocator(airline, () => 0);
    expect(locator).toBe(`${letter}22222`);
  });

  it('takes each further character from one draw over the whole alphabet', () => {
    const draws = [0, 7, 8, 26, 27];
    const bounds: number[] = [];
    const locator = mintRecordLocator('giro', (bound) => {
      bounds.push(bound);
      return draws.shift() ?? 0;
    });
    expect(locator).toBe('G29BYZ');
    expect(bounds).toEqual([28, 28, 28, 28, 28]);
  });

  it('is valid for every draw and every airline', () => {
    for (const airline of airlineCodes) {
      for (let draw = 0; draw < locatorAlphabet.length; draw++) {
        expect(recordLocatorSchema.safeParse(mintRecordLocator(airline, () => draw)).success).toBe(true);
      }
    }
  });
});

describe('a typed locator', () => {
  it.each(['G29BYZ', 'g29byz', ' g29 byz ', 'G29-BYZ', 'g 2 9 b y z'])('%j is read', (typed) => {
    expect(typedLocatorSchema.parse(typed)).toBe('G29BYZ');
  });

  it.each([
    '',
    'G29BY',
    'G29BYZZ',
    'X29BYZ',
    'G29BY0',
    'G29BYO',
    'G29BYA',
    'G29BY1',
    "G29BY'",
    'G'.repeat(50),
  ])('%j is refused', (typed) => {
    expect(typedLocatorSchema.safeParse(typed).success).toBe(false);
  });
});
