import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';

type AccountMenuProps = {
  /** `holdsEmail` is false when an account that was opened earlier holds the e-mail. */
  customer: { name: string; email: string; holdsEmail: boolean } | null;
  /** The form that signs out; it belongs to whoever keeps the session. */
  signOut: ReactNode;
};

/** Who is signed in and what is theirs, or the way in. A platform popover: it opens and closes before JavaScript. */
export function AccountMenu({ customer, signOut }: AccountMenuProps) {
  const t = useTranslations('layout');
  const menu = useTranslations('account.menu');
  if (!customer) {
    return (
      <LinkButton href="/sign-in" variant="secondary" size="small" prefetch={false}>
        {t('signIn')}
      </LinkButton>
    );
  }
  const [givenName = customer.name] = customer.name.split(' ');
  return (
    <>
      <button
        type="button"
        popoverTarget="account-menu"
        aria-label={t('accountMenu', { name: customer.name })}
        className="inline-flex min-h-11 items-center gap-2 rounded-button border border-line bg-surface py-1 pr-3 pl-1.5 text-sm font-semibold hover:border-line-strong"
      >
        <span
          aria-hidden="true"
          className="grid size-8 place-items-center rounded-full bg-brand-soft text-brand-text"
        >
          {givenName.slice(0, 1).toUpperCase()}
        </span>
        <span className="max-w-28 truncate max-sm:sr-only">{givenName}</span>
        <Icon name="chevron-down" className="size-4" />
      </button>
      <div
        id="account-menu"
        popover="auto"
        className="fixed inset-auto top-16 right-[max(1rem,calc((100vw-72rem)/2+2rem))] m-0 w-64 rounded-card border border-line bg-surface p-2 text-ink shadow-lifted"
      >
        <p className="px-3 pt-2 pb-3 text-sm text-ink-muted">
          {t('signedInAs')}
          <span className="block truncate font-semibold text-ink">{customer.email}</span>
        </p>
        <Link
          href="/trips"
          prefetch={false}
          className="flex min-h-11 items-center gap-2.5 rounded-control px-3 font-medium hover:bg-sunken"
        >
          <Icon name="ticket" /> {t('trips')}
        </Link>
        <Link
          href="/account"
          prefetch={false}
          className="flex min-h-11 items-center gap-2.5 rounded-control px-3 font-medium hover:bg-sunken"
        >
          <Icon name="person" /> {menu('account')}
        </Link>
        {!customer.holdsEmail && (
          <Link
            href="/account#other-accounts"
            prefetch={false}
            className="mb-1 flex min-h-11 items-center gap-2.5 rounded-control bg-brand-soft px-3 py-2 text-sm hover:bg-sunken"
          >
            <Icon name="info" className="size-5 text-brand-text" /> {menu('otherAccount')}
          </Link>
        )}
        {signOut}
      </div>
    </>
  );
}
