import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { flightsHref } from '../flights-href';
import type { SearchRequest } from '../search-request';

type FilterLinkProps = {
  /** The search after the choice, or without it when it is chosen. */
  to: SearchRequest;
  chosen: boolean;
  /** Whether choosing it again takes it back; otherwise another choice replaces it. */
  removable: boolean;
  className: string;
  children: ReactNode;
};

/**
 * A choice is a page of its own: it works before JavaScript, can be sent to somebody, and goes back with the back button.
 * The list begins anew with it.
 */
export function FilterLink({ to, chosen, removable, className, children }: FilterLinkProps) {
  const t = useTranslations('flights.filters');
  return (
    <Link
      href={flightsHref({ ...to, pages: 1 })}
      scroll={false}
      prefetch={false}
      aria-current={chosen ? 'true' : undefined}
      className={className}
    >
      {children}
      {chosen && removable && <span className="sr-only"> {t('remove')}</span>}
    </Link>
  );
}
