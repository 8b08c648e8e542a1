import type { Airline } from '../airline';
import { type LegId, operatingAirline } from '../domain/leg';
import { isRefusal } from '../errors';
import { askOwner } from './ask-owner';
import { copiedSeatMap } from './copied-seat-map';
import { type SeatMap, seatMapProcedure } from './messages';
import { ownSeatMap } from './own-seat-map';

type Viewing = { legId: LegId; bookingDraftId?: string | undefined; customerId?: string | null | undefined };

/**
 * The seat map of any leg. `live`: the operating airline's own answer, `asOf` by its clock. `offline`: it is silent, and
 * these are the seats as it had published them at `asOf`, none of them to be chosen and none known as the viewer's.
 * Throws `LEG_UNKNOWN`, or `AIRLINE_OFFLINE` when it is silent and nothing of it is known here.
 */
export async function seatMap(
  airline: Airline,
  { legId, bookingDraftId, customerId }: Viewing,
): Promise<SeatMap> {
  const owner = operatingAirline(legId);
  const viewer = { bookingDraftId: bookingDraftId ?? null, customerId: customerId ?? null };
  if (owner === airline.code) return ownSeatMap(airline, legId, viewer);
  const input = { legId, bookingDraftId, customerId };
  try {
    return await askOwner(airline, owner, { procedure: seatMapProcedure, input });
  } catch (error) {
    const isSilent = isRefusal(error) && error.code === 'AIRLINE_OFFLINE';
    const copy = isSilent ? await copiedSeatMap(airline, { legId, ...viewer }) : null;
    if (copy) return copy;
    throw error;
  }
}
