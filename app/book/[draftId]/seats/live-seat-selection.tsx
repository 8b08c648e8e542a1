'use client';

import { type ComponentProps, useState } from 'react';
import { seatServiceOf } from '@/app/_trpc/seat-service';
import { SeatSelection } from '@/components/seat-map/seat-selection';

type LiveSeatSelectionProps = Omit<ComponentProps<typeof SeatSelection>, 'service'> & { draftId: string };

/** The seat page, wired to this site's tRPC. */
export function LiveSeatSelection({ draftId, ...rest }: LiveSeatSelectionProps) {
  const [service] = useState(() => seatServiceOf(draftId));
  return <SeatSelection {...rest} service={service} />;
}
