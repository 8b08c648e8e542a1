import { useTranslations } from 'next-intl';
import type { SearchRequest } from '@/components/search/search-request';
import { countWords } from './count-words';
import type { ShownItineraries } from './shown-itineraries';

type ResultsAnnouncementProps = { request: SearchRequest; shown: ShownItineraries };

/** Spoken when a link has changed the list in place: how many there are now, and in which order. */
export function ResultsAnnouncement({ request, shown }: ResultsAnnouncementProps) {
  const t = useTranslations('results');
  return (
    <p role="status" className="sr-only">
      {t('announcement', {
        count: countWords(shown, t),
        shown: shown.forSale.length,
        sort: request.sort,
      })}
    </p>
  );
}
