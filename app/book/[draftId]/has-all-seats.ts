import type { Draft } from '@/server/booking/get-draft';

/** Does this draft hold a seat for every passenger on every leg? */
export function hasAllSeats(draft: Pick<Draft, 'legs' | 'holds' | 'passengerCount'>): boolean {
  return draft.legs.every(({ legId }) => {
    const hold = draft.holds.find((one) => one.legId === legId);
    return hold?.seats.length === draft.passengerCount;
  });
}
