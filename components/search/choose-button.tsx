'use client';

import type { MouseEvent, ReactNode } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { useOffer } from './live-results';
import type { ListedLeg } from './offer-now';

type ChooseButtonProps = {
  legs: ListedLeg[];
  /** Id of the note that says why, when it cannot be pressed. */
  noteId: string;
  label: string;
  /** What it says instead of its children, and its name, when it cannot be pressed. */
  closed: { text: string; label: string };
  pendingLabel: string;
  children: ReactNode;
};

/** Begins the purchase of an itinerary. When it can no longer be bought it stays where it is, with the reason beside it. */
export function ChooseButton({ legs, noteId, label, closed, pendingLabel, children }: ChooseButtonProps) {
  const { offer } = useOffer(legs);
  const isClosed = offer.kind !== 'forSale';
  const blocked = isClosed && {
    'aria-disabled': true,
    onClick: (event: MouseEvent) => event.preventDefault(),
  };
  return (
    <SubmitButton
      pendingLabel={pendingLabel}
      aria-label={isClosed ? closed.label : label}
      aria-describedby={noteId}
      className="w-full"
      {...blocked}
    >
      {isClosed ? closed.text : children}
    </SubmitButton>
  );
}
