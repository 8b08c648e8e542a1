import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';

/** Signing out changes something, so it is a form and not a link. */
export function SignOutForm({ action }: { action: () => Promise<void> }) {
  const t = useTranslations('layout');
  return (
    <form action={action}>
      <button
        type="submit"
        className="flex min-h-11 w-full items-center gap-2.5 rounded-control px-3 font-medium hover:bg-sunken"
      >
        <Icon name="arrow-right" /> {t('signOut')}
      </button>
    </form>
  );
}
