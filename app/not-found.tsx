import { connection } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { LogoMark } from '@/components/layout/logo-mark';
import { PageContainer } from '@/components/layout/page-container';
import { LinkButton } from '@/components/ui/link-button';
import { getAirline } from '@/server/boot';

export default async function NotFound() {
  await connection();
  const { code } = getAirline();
  const [t, brand] = await Promise.all([getTranslations('layout'), getTranslations(`brand.${code}`)]);
  return (
    <PageContainer width="reading" className="flex flex-col items-start gap-5 py-20 sm:py-32">
      <LogoMark airline={code} className="size-16 text-brand-text" />
      <p className="font-semibold text-ink-muted">{t('notFoundCode')}</p>
      <h1 className="display text-display">{brand('notFoundTitle')}</h1>
      <p className="max-w-prose text-lg text-ink-muted">{brand('notFoundBody')}</p>
      <LinkButton href="/" size="large">
        {t('backHome')}
      </LinkButton>
    </PageContainer>
  );
}
