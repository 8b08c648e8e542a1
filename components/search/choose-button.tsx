'use client';

import type { MouseEvent, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Spinner } from '@/components/ui/spinner';
import { useOffer } from './live-results';

type ChooseButtonProps = {
  /** Sent as `itinerary` with the form around the list. */
  itineraryId: string;
  /** The way there that it completes, when it is the way back. */
  outboundId?: string;
  /** Ids of the notes that say why, when it cannot be pressed. */
  noteId: string;
  label: string;
  /** What it says instead of its children, and its name, when it cannot be pressed. */
  closed: { text: string; label: string };
  pendingLabel: string;
  children: ReactNode;
};

/** Begins the purchase of an itinerary. When it can no longer be bought it stays where it is, with the reason beside it. */
export function ChooseButton(props: ChooseButtonProps) {
  const { itineraryId, outboundId, closed } = props;
  const { offer } = useOffer(outboundId ? [outboundId, itineraryId] : [itineraryId]);
  const { pending, data } = useFormStatus();
  const isClosed = offer.kind !== 'forSale';
  const isBeginning = pending && data.get('itinerary') === itineraryId;
  return (
    <Button
      type="submit"
      name="itinerary"
      value={itineraryId}
      aria-label={isClosed ? closed.label : props.label}
      aria-describedby={props.noteId}
      aria-disabled={isClosed || isBeginning || undefined}
      onClick={(event: MouseEvent) => (isClosed || pending) && event.preventDefault()}
      className="max-lg:grow"
    >
      {isBeginning && <Spinner />}
      {isBeginning ? props.pendingLabel : isClosed ? closed.text : props.children}
      {!isBeginning && !isClosed && <Icon name="arrow-right" />}
    </Button>
  );
}
