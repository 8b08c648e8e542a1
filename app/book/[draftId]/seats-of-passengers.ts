import type { Draft } from '@/server/booking/get-draft';

/** For each passenger the seats on all legs in order, null where none is held: `[['12C', '4A'], ['12D', null]]`. */
export function seatsOfPassengers(
  draft: Pick<Draft, 'legs' | 'holds' | 'passengerCount'>,
): (string | null)[][] {
  return Array.from({ length: draft.passengerCount }, (_, index) =>
    draft.legs.map(({ legId }) => draft.holds.find((hold) => hold.legId === legId)?.seats[index] ?? null),
  );
}
