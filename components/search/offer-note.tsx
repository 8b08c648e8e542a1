'use client';

import { Badge } from '@/components/ui/badge';
import { useOffer } from './live-results';
import type { ListedLeg } from './offer-now';

type OfferNoteProps = { id: string; legs: ListedLeg[] };

/** Under the price: few seats left, or why it can no longer be bought. Its line is kept free, so that nothing moves. */
export function OfferNote({ id, legs }: OfferNoteProps) {
  const { offer, sentence } = useOffer(legs);
  return (
    <p id={id} className="mt-1.5 flex min-h-6 lg:justify-end">
      {sentence !== null && <Badge tone={offer.kind === 'forSale' ? 'warning' : 'danger'}>{sentence}</Badge>}
    </p>
  );
}
