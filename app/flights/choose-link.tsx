'use client';

import type { MouseEvent, ReactNode } from 'react';
import { useOffer } from '@/components/search/live-results';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';

type ChooseLinkProps = {
  href: string;
  itineraryId: string;
  /** Id of the note that says why, when it cannot be followed. */
  noteId: string;
  label: string;
  /** What it says instead of its children, and its name, when it cannot be followed. */
  closed: { text: string; label: string };
  children: ReactNode;
};

/** Goes on with an itinerary as the way there. When it can no longer be bought it stays, with the reason beside it. */
export function ChooseLink({ href, itineraryId, noteId, label, closed, children }: ChooseLinkProps) {
  const { offer } = useOffer([itineraryId]);
  const isClosed = offer.kind !== 'forSale';
  const blocked = isClosed && {
    'aria-disabled': true,
    onClick: (event: MouseEvent) => event.preventDefault(),
  };
  return (
    <LinkButton
      href={href}
      prefetch={false}
      aria-label={isClosed ? closed.label : label}
      aria-describedby={noteId}
      className="max-lg:grow"
      {...blocked}
    >
      {isClosed ? (
        closed.text
      ) : (
        <>
          {children} <Icon name="arrow-right" />
        </>
      )}
    </LinkButton>
  );
}
