import type { Leg, LegId } from '../domain/leg';
import { isOpenForSale } from '../domain/sales-close';
import type { RefusalCode } from '../errors';
import { findTooEarly } from './check-chronology';

/** Why nobody can buy these legs any more, whatever the seats, and because of which leg. */
export type DraftObstacle = { code: RefusalCode; legId: LegId };

/**
 * What has become of a draft's legs since they were chosen: cancelled, closed for sale, or retimed so that nobody can
 * fly one after the other. Null while nothing speaks against them. A purchase is refused for the same.
 */
export function findObstacle(legs: readonly Leg[], now: Date): DraftObstacle | null {
  const cancelled = legs.find(({ status }) => status === 'cancelled');
  if (cancelled) return { code: 'LEG_CANCELLED', legId: cancelled.legId };
  const closed = legs.find((leg) => !isOpenForSale(leg, now));
  if (closed) return { code: 'CUT_OFF_PASSED', legId: closed.legId };
  const tooEarly = findTooEarly(legs);
  return tooEarly ? { code: 'ITINERARY_IMPOSSIBLE', legId: tooEarly.legId } : null;
}
