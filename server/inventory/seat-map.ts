import type { Airline } from '../airline';
import { type LegId, operatingAirline } from '../domain/leg';
import { askOwner } from './ask-owner';
import { type SeatMap, seatMapProcedure } from './messages';
import { ownSeatMap } from './own-seat-map';

/** The seat map of any leg, asked of its operating airline. Throws `LEG_UNKNOWN` or `AIRLINE_OFFLINE`. */
export async function seatMap(
  airline: Airline,
  {
    legId,
    bookingDraftId,
    customerId,
  }: { legId: LegId; bookingDraftId?: string | undefined; customerId?: string | null | undefined },
): Promise<SeatMap> {
  const owner = operatingAirline(legId);
  const viewer = { bookingDraftId: bookingDraftId ?? null, customerId: customerId ?? null };
  if (owner === airline.code) return ownSeatMap(airline, legId, viewer);
  return askOwner(airline, owner, {
    procedure: seatMapProcedure,
    input: { legId, bookingDraftId, customerId },
  });
}
