import { formatMoney } from '@/components/format/money';
import { classNames } from './class-names';

/** An amount of reais from integer centavos, digits aligned. */
export function Price({ cents, className }: { cents: number; className?: string }) {
  return <span className={classNames('figures whitespace-nowrap', className)}>{formatMoney(cents)}</span>;
}
