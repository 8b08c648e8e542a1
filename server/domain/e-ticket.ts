import { type AirlineCode, airlineIdentities } from './airline-code';

/** IATA e-ticket: 3-digit accounting code + 10-digit serial; the mod-7 check digit is printed apart. */
const serialDigits = 10;

/** The 13-digit document number for the `serial`-th e-ticket of an airline (serial ≥ 1). */
export function eTicketNumber(airline: AirlineCode, serial: number): string {
  return airlineIdentities[airline].accountingCode + String(serial).padStart(serialDigits, '0');
}

/** The check digit (0–6) of a 13-digit e-ticket number: the number modulo 7 (IATA Resolution 722). */
export function eTicketCheckDigit(number: string): number {
  return Number(BigInt(number) % 7n);
}

export const couponStates = ['open', 'checked-in', 'flown', 'refunded', 'void'] as const;
export type CouponState = (typeof couponStates)[number];
