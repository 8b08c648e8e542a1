import { useTranslations } from 'next-intl';
import { airlineTints } from '@/components/layout/airline-tints';
import { Card } from '@/components/ui/card';
import { classNames } from '@/components/ui/class-names';
import { Price } from '@/components/ui/price';
import { sumCents } from '@/server/domain/money';
import type { LegLabel } from './leg-label';

/** One leg's price: the fare of one passenger and the surcharges of the seats, in centavos. */
export type PricedLeg = { label: LegLabel; fareCents: number; surchargeCents: number };

type PriceTableProps = { legs: PricedLeg[]; passengerCount: number; totalCents: number };

/** What each leg costs and why, and the sum; nothing comes on top of it. */
export function PriceTable({ legs, passengerCount, totalCents }: PriceTableProps) {
  const t = useTranslations('review.price');
  return (
    <Card>
      <h2 className="display text-heading">{t('title')}</h2>
      <table className="figures mt-4 w-full text-sm">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('leg')}</th>
            <th scope="col">{t('sum')}</th>
          </tr>
        </thead>
        <tbody>
          {legs.map(({ label, fareCents, surchargeCents }) => (
            <tr key={label.legId} className="border-b border-line align-top">
              <th scope="row" className="py-3 pr-3 text-left font-normal">
                <span className="flex items-center gap-2 font-semibold">
                  <span
                    className={classNames(
                      'size-2.5 shrink-0 rounded-full',
                      airlineTints[label.airline].solid,
                    )}
                  />
                  {label.from.iata} → {label.to.iata}
                </span>
                <span className="mt-1 block text-ink-muted">
                  {passengerCount === 1 ? t('fare') : t('fareTimes', { count: passengerCount })}{' '}
                  <Price cents={fareCents} />
                </span>
                {surchargeCents > 0 && (
                  <span className="block text-ink-muted">
                    {t('seats')} <Price cents={surchargeCents} />
                  </span>
                )}
              </th>
              <td className="py-3 text-right font-medium">
                <Price cents={sumCents([fareCents * passengerCount, surchargeCents])} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="pt-4 text-left text-base font-semibold">
              {t('total')}
            </th>
            <td className="pt-4 text-right text-2xl font-semibold tracking-tight">
              <Price cents={totalCents} />
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="mt-2 text-sm text-ink-muted">{t('included')}</p>
    </Card>
  );
}
