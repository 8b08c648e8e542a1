import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LiveResults } from '@/components/search/live-results';
import { NoveltyButton } from '@/components/search/novelty-button';
import type { Listed } from '@/components/search/offer-now';
import { resultsHeadingId } from './listed';

/** Below this the number of seats left is worth a word; above it would only press people. */
const fewSeats = 5;

/** Keeps true what was found: what changes is said in place, and a new list waits to be asked for. */
export function LiveList({ children, ...listed }: Listed & { children: ReactNode }) {
  const t = useTranslations('flights');
  const names = useTranslations('airlines');
  const texts = {
    seatsLeft: Array.from({ length: fewSeats + 1 }, (_, count) => t('seatsLeft', { count })),
    silent: t('silent', { airlines: '{airlines}' }),
    cancelled: t('cancelled'),
    soldOut: t('seatsLeft', { count: 0 }),
    airlineNames: { rumos: names('rumos'), giro: names('giro'), boreal: names('boreal') },
  };
  return (
    <LiveResults passengers={listed.passengers} legs={listed.legs} texts={texts}>
      <NoveltyButton
        listed={listed}
        texts={{ news: t('news'), update: t('updateResults') }}
        headingId={resultsHeadingId}
      />
      {children}
    </LiveResults>
  );
}
