import type { AirlineCode } from '@/server/domain/airline-code';
import type { SeatMapData } from './seat-map-data';

/** Why the airline said no, with its sentence in the reader's language; `code` is one of the closed list of refusals. */
export type SeatRefusal = { code: string; sentence: string; airline?: AirlineCode; seat?: string };

/** Somebody else has the seat, for good or for the moment. */
export function isLostRace(refusal: SeatRefusal): boolean {
  return refusal.code === 'SEAT_TAKEN' || refusal.code === 'SEAT_CONTESTED';
}

/** Every seat that this purchase now holds on the leg, and until when (ISO 8601 UTC by the operating airline's clock). */
export type HeldSeats = { seats: string[]; holdUntil: string | null };

export type SeatAnswer<Value> = { ok: true; value: Value } | { ok: false; refusal: SeatRefusal };

/** What the seat page asks of the airlines. No answer at all is a refusal with code `NO_ANSWER`, never an exception. */
export type SeatService = {
  readMap(legId: string): Promise<SeatAnswer<SeatMapData>>;
  hold(legId: string, seats: string[]): Promise<SeatAnswer<HeldSeats>>;
  release(legId: string, seats: string[]): Promise<SeatAnswer<HeldSeats>>;
  extend(legId: string): Promise<SeatAnswer<HeldSeats>>;
};
