import { z } from 'zod';

const allEqual = /^(\d)\1{10}$/;

function checkDigit(digits: number[]): number {
  const weighted = digits.reduce((sum, digit, index) => sum + digit * (digits.length + 1 - index), 0);
  const remainder = (weighted * 10) % 11;
  return remainder === 10 ? 0 : remainder;
}

/** True for eleven digits whose two check digits agree (mod 11, Receita Federal) and that are not all equal. */
export function isCpf(number: string): boolean {
  if (!/^\d{11}$/.test(number) || allEqual.test(number)) return false;
  const digits = [...number].map(Number);
  return checkDigit(digits.slice(0, 9)) === digits[9] && checkDigit(digits.slice(0, 10)) === digits[10];
}

/** Accepts `529.982.247-25` or bare digits; yields the eleven digits. */
export const cpfSchema = z
  .string()
  .max(20)
  .transform((typed) => typed.replace(/[.\-\s]/g, ''))
  .refine(isCpf, 'not a CPF');
