import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { PageContainer } from '@/components/layout/page-container';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';

/** Unknown or somebody else's: the same words for both. */
export default async function BookingNotFound() {
  await connection();
  const t = await getTranslations('booking.notFound');
  return (
    <PageContainer width="reading" className="py-12 sm:py-20">
      <EmptyState
        art={
          <span className="grid size-16 place-items-center rounded-full bg-brand-soft text-brand-text">
            <Icon name="ticket" className="size-8" />
          </span>
        }
        title={t('title')}
        actions={
          <LinkButton href="/trips" prefetch={false}>
            {t('trips')}
          </LinkButton>
        }
      >
        <p>{t('body')}</p>
      </EmptyState>
    </PageContainer>
  );
}
