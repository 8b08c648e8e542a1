import { getTranslations } from 'next-intl/server';
import { searchAgainHref } from '@/components/booking/search-again-href';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/link-button';
import type { Draft } from '@/server/booking/get-draft';
import { refusalSentence } from '@/server/language/refusal-sentence';

/** Why this trip cannot be bought any more, and the way to another; nothing while it can. */
export async function TripObstacle({ draft }: { draft: Draft }) {
  if (!draft.obstacle) return null;
  const t = await getTranslations('review.obstacle');
  const { code, legId } = draft.obstacle;
  return (
    <Alert tone="danger" role="alert" title={t('title')}>
      <p>{refusalSentence(code, { legId })}</p>
      <LinkButton href={searchAgainHref(draft.legs, draft.passengerCount)} size="small" className="mt-2">
        {t('search')}
      </LinkButton>
    </Alert>
  );
}
