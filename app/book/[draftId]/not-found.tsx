import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { NothingHere } from '@/components/booking/nothing-here';
import { LinkButton } from '@/components/ui/link-button';

/**
 * A purchase that was begun in another browser, or never. Pages draw it themselves: Next answers `notFound()` with a
 * document that is empty without JavaScript.
 */
export default async function DraftNotFound() {
  await connection();
  const t = await getTranslations('seats.notFound');
  return (
    <NothingHere icon="seat" title={t('title')} body={t('body')}>
      <LinkButton href="/">{t('search')}</LinkButton>
      <LinkButton href="/trips" variant="secondary" prefetch={false}>
        {t('trips')}
      </LinkButton>
    </NothingHere>
  );
}
