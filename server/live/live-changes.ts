import { z } from 'zod';
import type { Airline } from '../airline';
import { legIdSchema } from '../domain/leg';
import { liveOf } from './live';
import type { LiveEvent } from './live-event';

/** The longest page of results shows some 160 legs; their names fit a request's head. */
const maxLegIds = 200;

export const liveInputSchema = z.strictObject({ legIds: z.array(legIdSchema).max(maxLegIds) });

type Reader = z.infer<typeof liveInputSchema> & {
  /** Network address, which may have only so many streams open. */
  address: string;
};

/**
 * The present state of these legs and of the airlines, then every new one, until `signal` aborts. Subscribed before the
 * first state is read, so nothing falls between. Refuses OVERLOADED and RATE_LIMITED before it begins.
 */
export function liveChanges(
  airline: Airline,
  { legIds: asked, address }: Reader,
  signal: AbortSignal,
): AsyncGenerator<LiveEvent, void> {
  const { feed, places } = liveOf(airline);
  const leavePlace = places.enter(address, airline.settings.rateLimitFactor);
  const legIds = [...new Set(asked)];
  const mailbox = feed.subscribe(legIds);
  const leave = () => {
    feed.unsubscribe(mailbox, legIds);
    leavePlace();
    mailbox.leave();
  };
  // A stream that nobody ever reads from is never run to its end, but its signal aborts.
  if (signal.aborted) leave();
  else signal.addEventListener('abort', leave, { once: true });
  return untilItEnds(mailbox.events(), leave);
}

async function* untilItEnds(
  events: AsyncGenerator<LiveEvent, void>,
  leave: () => void,
): AsyncGenerator<LiveEvent, void> {
  try {
    yield* events;
  } finally {
    leave();
  }
}
