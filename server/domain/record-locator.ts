import { z } from 'zod';
import type { AirlineCode } from './airline-code';

/** No vowels, no 0/1: a locator can neither spell a word nor be misread. */
export const locatorAlphabet = '23456789BCDFGHJKMNPQRSTVWXYZ';

const issuerLetters: Record<AirlineCode, string> = { rumos: 'R', giro: 'G', boreal: 'B' };

const locatorLength = 6;

export const recordLocatorSchema = z
  .string()
  .regex(
    new RegExp(`^[RGB][${locatorAlphabet}]{${locatorLength - 1}}$`),
    'six characters, the first R, G or B',
  )
  .brand<'RecordLocator'>();

export type RecordLocator = z.infer<typeof recordLocatorSchema>;

/** Accepts what people type: lower case, spaces and hyphens, O for 0 is refused as neither exists in the alphabet. */
export const typedLocatorSchema = z
  .string()
  .max(20)
  .transform((typed) => typed.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(recordLocatorSchema);

/**
 * Mints a locator of `issuer`: its letter, then five characters drawn with `randomIndex(n)` (uniform in 0…n−1).
 * 28^5 = 17 million per airline; a collision is refused by the primary key and the caller draws again.
 */
export function mintRecordLocator(
  issuer: AirlineCode,
  randomIndex: (bound: number) => number,
): RecordLocator {
  let locator = issuerLetters[issuer];
  while (locator.length < locatorLength) locator += locatorAlphabet[randomIndex(locatorAlphabet.length)];
  return recordLocatorSchema.parse(locator);
}

/** Did this airline mint the locator? Its first letter says so. */
export function isLocatorOf(issuer: AirlineCode, locator: RecordLocator): boolean {
  return locator.startsWith(issuerLetters[issuer]);
}
