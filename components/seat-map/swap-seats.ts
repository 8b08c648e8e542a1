import type { HeldSeats, SeatAnswer, SeatService } from './seat-service';

/**
 * Holds `seatsIn`, then gives `seatsOut` back, so that a lost race costs nothing; the other way round only when the
 * airline's limit asks for it.
 */
export async function swapSeats(
  service: SeatService,
  legId: string,
  { seatsIn, seatsOut }: { seatsIn: string[]; seatsOut: string[] },
): Promise<SeatAnswer<HeldSeats>> {
  const held = await service.hold(legId, seatsIn);
  if (seatsOut.length === 0) return held;
  if (held.ok) {
    const released = await service.release(legId, seatsOut);
    // A failed release leaves the old seats held until their deadline; the new ones are the customer's all the same.
    return released.ok ? released : held;
  }
  if (held.refusal.code !== 'HOLD_LIMIT') return held;
  const released = await service.release(legId, seatsOut);
  return released.ok ? service.hold(legId, seatsIn) : released;
}
