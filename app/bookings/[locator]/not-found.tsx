import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { NothingHere } from '@/components/booking/nothing-here';
import { LinkButton } from '@/components/ui/link-button';

/**
 * Unknown or somebody else's: the same words for both. Pages draw it themselves: Next answers `notFound()` with a
 * document that is empty without JavaScript.
 */
export default async function BookingNotFound() {
  await connection();
  const t = await getTranslations('booking.notFound');
  return (
    <NothingHere icon="ticket" title={t('title')} body={t('body')}>
      <LinkButton href="/trips" prefetch={false}>
        {t('trips')}
      </LinkButton>
    </NothingHere>
  );
}
