import { formatMoney } from '@/components/format/money';

/** `R$ 1.512` of `R$ 1.512,30`: the beginning of the price, for where there is no room for centavos. */
export function formatShortFare(cents: number): string {
  return formatMoney(cents).replace(/,\d+$/, '');
}
