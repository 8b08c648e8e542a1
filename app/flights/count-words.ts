import type { useTranslations } from 'next-intl';
import type { ShownItineraries } from './shown-itineraries';

type Words = ReturnType<typeof useTranslations<'results'>>;

/** How many there are for sale, in words; of very many only that they are more than were looked at. */
export function countWords({ found, truncated }: ShownItineraries, t: Words): string {
  return t(truncated ? 'countOfMany' : 'count', { total: found.length });
}
