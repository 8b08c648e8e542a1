import { useTranslations } from 'next-intl';
import { formatDate } from '@/components/format/local-date';
import { formatMoney } from '@/components/format/money';
import type { SearchRequest } from '@/components/search/search-request';
import { countWords } from './count-words';
import { resultsHeadingId } from './listed';
import type { ShownItineraries } from './shown-itineraries';
import type { Step } from './step';
import type { CheapestReturn } from './total-note';

type ResultsCountProps = {
  request: SearchRequest;
  step: Step;
  shown: ShownItineraries;
  cheapestReturn: CheapestReturn | null;
};

/** How many there are and what their prices mean. */
export function ResultsCount({ request, step, shown, cheapestReturn }: ResultsCountProps) {
  const t = useTranslations('results');
  const date = request.returnDate && formatDate(request.returnDate);
  const price = cheapestReturn && formatMoney(cheapestReturn.returnFareCents);
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <h2 id={resultsHeadingId} tabIndex={-1} className="scroll-mt-6 font-semibold">
        {countWords(shown, t)}
      </h2>
      <p className="text-sm text-ink-muted">
        {t('fares')}{' '}
        {step.kind === 'outbound' &&
          date &&
          (price ? t('returnFrom', { date, price }) : t('noReturn', { date }))}
      </p>
    </div>
  );
}
