'use client';

import { type ComponentProps, useState } from 'react';
import { seatServiceOf } from '@/app/_trpc/seat-service';
import { TripHold } from '@/components/booking/trip-hold';

type LiveTripHoldProps = Omit<ComponentProps<typeof TripHold>, 'service'> & { draftId: string };

/** The trip's clock, wired to this site's tRPC. */
export function LiveTripHold({ draftId, ...rest }: LiveTripHoldProps) {
  const [service] = useState(() => seatServiceOf(draftId));
  return <TripHold {...rest} service={service} />;
}
