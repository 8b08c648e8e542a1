import { getTranslations } from 'next-intl/server';
import type { Draft } from '@/server/booking/get-draft';

/** How the passengers of a draft are called: by given name once it was typed, by number before. */
export async function passengerLabels(draft: Draft): Promise<string[]> {
  const t = await getTranslations('seats');
  return Array.from({ length: draft.passengerCount }, (_, index) => {
    const [givenName] = draft.details?.passengers[index]?.name.split(' ') ?? [];
    return givenName ?? t('passenger', { number: index + 1 });
  });
}
