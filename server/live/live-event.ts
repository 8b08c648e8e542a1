import type { LegId, LegStatus } from '../domain/leg';
import type { FreshnessByAirline } from '../replication/freshness';

/**
 * The published state of a leg as it is known here. Seats are sorted designators: taken (sold, about to be, or blocked)
 * and held by anybody; `fareCents` of one passenger; `departsAt` ISO 8601 UTC.
 */
export type PublishedLeg = {
  legId: LegId;
  seatsLeft: number;
  fareCents: number;
  status: LegStatus;
  departsAt: string;
  takenSeats: string[];
  heldSeats: string[];
};

/**
 * What an open page is told. Each event is a full state: after a break the present states are all that was missed, and
 * a reader that is slow may be told the newest only.
 */
export type LiveEvent = ({ kind: 'leg' } & PublishedLeg) | { kind: 'airlines'; airlines: FreshnessByAirline };
