import { useTranslations } from 'next-intl';
import { formatMoney } from '@/components/format/money';
import type { ItineraryView } from '@/server/search/search-itineraries';
import { leastTotalCents, type Step, totalCents } from './step';

/** The cheapest way back of a day, while the way there is chosen. */
export type CheapestReturn = { returnDate: string; returnFareCents: number };

type TotalNoteProps = { itinerary: ItineraryView; step: Step; cheapestReturn: CheapestReturn | null };

/** What both ways cost together: exactly where the way back completes the choice, at least where it is still to come. */
export function TotalNote({ itinerary, step, cheapestReturn }: TotalNoteProps) {
  const t = useTranslations('results');
  if (step.kind === 'return') {
    const price = formatMoney(totalCents(step.outbound, itinerary));
    return <p className="mt-1 font-semibold text-ink">{t('total', { price })}</p>;
  }
  const cents = cheapestReturn && leastTotalCents(itinerary, cheapestReturn);
  if (cents === null) return null;
  return <p className="mt-1">{t('totalFrom', { price: formatMoney(cents) })}</p>;
}
