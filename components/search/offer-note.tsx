'use client';

import { Badge } from '@/components/ui/badge';
import { useOffer } from './live-results';

type OfferNoteProps = { id: string; itineraryId: string };

/** Under the price: few seats left, or why it can no longer be bought. Its line is kept free, so that nothing moves. */
export function OfferNote({ id, itineraryId }: OfferNoteProps) {
  const { offer, sentence } = useOffer([itineraryId]);
  return (
    <p id={id} className="mt-1.5 flex min-h-6 lg:justify-end">
      {sentence !== null && <Badge tone={offer.kind === 'forSale' ? 'warning' : 'danger'}>{sentence}</Badge>}
    </p>
  );
}
