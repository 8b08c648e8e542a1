import { useTranslations } from 'next-intl';
import { airlineTints } from '@/components/layout/airline-tints';
import { Card } from '@/components/ui/card';
import { classNames } from '@/components/ui/class-names';
import { Price } from '@/components/ui/price';
import { sumCents } from '@/server/domain/money';
import { byJourney, type JourneyLabel } from './by-journey';
import type { LegLabel } from './leg-label';

/** One leg's price: the fare of one passenger and the surcharges of the seats, in centavos. */
export type PricedLeg = { label: LegLabel; fareCents: number; surchargeCents: number };

type PriceTableProps = {
  legs: PricedLeg[];
  journeys: JourneyLabel[];
  passengerCount: number;
  totalCents: number;
};

/** What each leg costs and why, each way of a trip there and back by itself, and the sum; nothing comes on top of it. */
export function PriceTable({ legs, journeys, passengerCount, totalCents }: PriceTableProps) {
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
        {byJourney(journeys, legs).map(({ journey, firstIndex, items }) => (
          <tbody key={firstIndex}>
            {journey.direction && (
              <JourneyRow journey={journey} legs={items} passengerCount={passengerCount} />
            )}
            {items.map((leg) => (
              <LegRow key={leg.label.legId} leg={leg} passengerCount={passengerCount} />
            ))}
          </tbody>
        ))}
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

function priceOf({ fareCents, surchargeCents }: PricedLeg, passengerCount: number): number {
  return sumCents([fareCents * passengerCount, surchargeCents]);
}

type JourneyRowProps = { journey: JourneyLabel; legs: PricedLeg[]; passengerCount: number };

function JourneyRow({ journey, legs, passengerCount }: JourneyRowProps) {
  const t = useTranslations('journey');
  return (
    <tr className="border-b border-line-strong align-baseline">
      <th scope="rowgroup" className="pt-5 pr-3 pb-2 text-left text-base font-semibold">
        {journey.direction && t(journey.direction)}
      </th>
      <td className="pt-5 pb-2 text-right text-base font-semibold">
        <Price cents={sumCents(legs.map((leg) => priceOf(leg, passengerCount)))} />
      </td>
    </tr>
  );
}

function LegRow({ leg, passengerCount }: { leg: PricedLeg; passengerCount: number }) {
  const t = useTranslations('review.price');
  const { label, fareCents, surchargeCents } = leg;
  const isSum = passengerCount > 1 || surchargeCents > 0;
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-3 pr-3 text-left font-normal">
        <span className="flex items-center gap-2 font-semibold">
          <span className={classNames('size-2.5 shrink-0 rounded-full', airlineTints[label.airline].solid)} />
          {label.from.iata} → {label.to.iata}
        </span>
        {isSum && (
          <span className="mt-1 block text-ink-muted">
            {passengerCount === 1 ? t('fare') : t('fareTimes', { count: passengerCount })}{' '}
            <Price cents={fareCents} />
            {surchargeCents > 0 && (
              <>
                {' · '}
                {t('seats')} <Price cents={surchargeCents} />
              </>
            )}
          </span>
        )}
      </th>
      <td className="py-3 text-right font-medium">
        <Price cents={priceOf(leg, passengerCount)} />
      </td>
    </tr>
  );
}
