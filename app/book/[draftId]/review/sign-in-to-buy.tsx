import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';

/** Buying needs an account; the way there leads back here, and the seats wait. */
export async function SignInToBuy({ draftId }: { draftId: string }) {
  const t = await getTranslations('review.buy');
  const next = `/book/${draftId}/review`;
  return (
    <Card className="border-brand-text bg-brand-soft">
      <h2 className="font-semibold">{t('signInTitle')}</h2>
      <p className="mt-1 text-sm text-ink-muted">{t('signInBody')}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <LinkButton href={{ pathname: '/sign-in', query: { next } }} prefetch={false} className="flex-1">
          {t('signIn')}
        </LinkButton>
        <LinkButton
          href={{ pathname: '/register', query: { next } }}
          variant="secondary"
          prefetch={false}
          className="flex-1"
        >
          {t('register')}
        </LinkButton>
      </div>
    </Card>
  );
}
