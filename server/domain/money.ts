/** Money is integer centavos of the Brazilian real, everywhere, with this currency beside it on the wire. */
export const currency = 'BRL' as const;

/** Sum of amounts in centavos. */
export function sumCents(amounts: Iterable<number>): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}
