import { getAirline } from '@/server/boot';
import type { LegId } from '@/server/domain/leg';
import { isRefusal } from '@/server/errors';
import type { SeatMap } from '@/server/inventory/messages';
import { seatMap } from '@/server/inventory/seat-map';

type Viewer = { legId: LegId; bookingDraftId: string; customerId: string | undefined };

/** A leg's seat map as this draft sees it; null while the airline that flies it does not tell. */
export async function readSeatMap(viewer: Viewer): Promise<SeatMap | null> {
  try {
    return await seatMap(getAirline(), viewer);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}
