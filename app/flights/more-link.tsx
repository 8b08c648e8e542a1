import { useTranslations } from 'next-intl';
import { flightsHref } from '@/components/search/flights-href';
import type { SearchRequest } from '@/components/search/search-request';
import { LinkButton } from '@/components/ui/link-button';
import { pageAnchorId } from './listed';
import { itinerariesPerPage, type ShownItineraries } from './shown-itineraries';

type MoreLinkProps = { request: SearchRequest; shown: ShownItineraries };

/** The same list, a page longer: a link, so that it works without JavaScript and goes back with the back button. */
export function MoreLink({ request, shown }: MoreLinkProps) {
  const t = useTranslations('results');
  const hidden = shown.found.length - shown.forSale.length;
  if (hidden === 0) return null;
  const pages = request.pages + 1;
  return (
    <p className="flex justify-center pt-2">
      <LinkButton
        href={`${flightsHref({ ...request, pages })}#${pageAnchorId(pages)}`}
        variant="secondary"
        prefetch={false}
        scroll={false}
      >
        {t('more', { count: Math.min(hidden, itinerariesPerPage) })}
      </LinkButton>
    </p>
  );
}
