import { currency } from '@/server/domain/money';

const reais = new Intl.NumberFormat('pt-BR', { style: 'currency', currency });

/** `R$ 1.234,56` from integer centavos. The space does not break. */
export function formatMoney(cents: number): string {
  return reais.format(cents / 100);
}
