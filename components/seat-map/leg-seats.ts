import type { PublishedLeg } from '@/server/live/live-event';
import { type MappedSeat, type SeatMapData, type SeatState, seatsOfMap } from './seat-map-data';
import type { HeldSeats } from './seat-service';

/** What a request under way is about to do to a seat. */
export type PendingChange = 'holding' | 'releasing';

/** One leg on the seat page: what its airline last said and what this purchase is doing to it. */
export type LegSeats = {
  legId: string;
  /** Null while the operating airline has not shown its map. */
  seatMap: SeatMapData | null;
  /** True since the operating airline stopped answering; `seatMap` is then its last word. */
  silent: boolean;
  /** The seat of each passenger, in the order of the passengers. */
  assigned: (string | null)[];
  /** ISO 8601 UTC; null when nothing is held. */
  holdUntil: string | null;
  pending: Record<string, PendingChange>;
};

export type ShownState = SeatState | PendingChange;

/** What a seat looks like now: a request under way first, then this purchase's own seats, then the airline's word. */
export function shownState(leg: LegSeats, seat: MappedSeat): ShownState {
  const pending = leg.pending[seat.designator];
  if (pending) return pending;
  if (leg.assigned.includes(seat.designator)) return 'mine';
  return seat.state === 'mine' ? 'free' : seat.state;
}

/** Marks seats as being changed, before the airline has answered. */
export function withPending(leg: LegSeats, seats: string[], change: PendingChange): LegSeats {
  const marked = Object.fromEntries(seats.map((seat) => [seat, change]));
  return { ...leg, pending: { ...leg.pending, ...marked } };
}

/** Ends the requests about these seats, whatever came of them. */
export function withoutPending(leg: LegSeats, seats: string[]): LegSeats {
  const pending = Object.entries(leg.pending).filter(([seat]) => !seats.includes(seat));
  return { ...leg, pending: Object.fromEntries(pending) };
}

/** The leg as the seat page starts with it: the seats held so far belong to the passengers in their order. */
export function legSeatsOf(start: {
  legId: string;
  seatMap: SeatMapData | null;
  heldSeats: string[];
  holdUntil: string | null;
  passengerCount: number;
}): LegSeats {
  const assigned = Array.from({ length: start.passengerCount }, (_, index) => start.heldSeats[index] ?? null);
  const { legId, seatMap } = start;
  const silent = seatMap === null || seatMap.state === 'offline';
  return {
    legId,
    seatMap,
    silent,
    assigned,
    holdUntil: assigned.some(Boolean) ? start.holdUntil : null,
    pending: {},
  };
}

/**
 * Takes the airline's list of held seats as the truth: of the seats `wanted` for the passengers, in their order, those
 * that are held are theirs.
 */
export function withHeldSeats(leg: LegSeats, held: HeldSeats, wanted: (string | null)[]): LegSeats {
  const assigned = wanted.map((seat) => (seat !== null && held.seats.includes(seat) ? seat : null));
  return { ...leg, silent: false, assigned, holdUntil: assigned.some(Boolean) ? held.holdUntil : null };
}

/** The passengers' seats with one of them changed. */
export function seatsWith(leg: LegSeats, passengerIndex: number, seat: string | null): (string | null)[] {
  return leg.assigned.map((old, index) => (index === passengerIndex ? seat : old));
}

/** The seats of this purchase that the airline's map no longer knows as held: their hold has ended or was lost. */
export function seatsNoLongerHeld(leg: LegSeats, seatMap: SeatMapData): string[] {
  const gone = seatsOfMap(seatMap).filter((seat) => seat.state !== 'mine' && seat.state !== 'held');
  return gone.map((seat) => seat.designator).filter((seat) => leg.assigned.includes(seat));
}

/** The object that is known when it says the same, so that a seat that did not change is not drawn again. */
function sameSeat(known: MappedSeat | undefined, seat: MappedSeat): MappedSeat | null {
  const same = known?.state === seat.state && known.surchargeCents === seat.surchargeCents;
  return same ? known : null;
}

/** A new word of the airline about the whole cabin. */
export function withSeatMap(leg: LegSeats, seatMap: SeatMapData): LegSeats {
  const known = new Map((leg.seatMap ? seatsOfMap(leg.seatMap) : []).map((seat) => [seat.designator, seat]));
  const rows = seatMap.rows.map((row) => ({
    ...row,
    seats: row.seats.map((seat) => sameSeat(known.get(seat.designator), seat) ?? seat),
  }));
  return { ...leg, seatMap: { ...seatMap, rows }, silent: seatMap.state === 'offline' };
}

function withSeats(leg: LegSeats, stateOf: (seat: MappedSeat) => SeatState): LegSeats {
  if (!leg.seatMap) return leg;
  const rows = leg.seatMap.rows.map((row) => ({
    ...row,
    seats: row.seats.map((seat) => {
      const state = stateOf(seat);
      return state === seat.state ? seat : { ...seat, state };
    }),
  }));
  return { ...leg, seatMap: { ...leg.seatMap, rows } };
}

/** The airline refused this seat: show it as somebody else's at once, without waiting for the next map. */
export function withLostSeat(leg: LegSeats, designator: string): LegSeats {
  return withSeats(leg, (seat) => (seat.designator === designator ? 'held' : seat.state));
}

/** What the airline publishes of who has which seats: everybody's alike, so it cannot tell ours from others'. */
export type PublishedSeats = Pick<PublishedLeg, 'takenSeats' | 'heldSeats'>;

/** What the airline has published, on the map: the seats of this purchase, and those that are being asked for, stay ours. */
export function withPublishedSeats(leg: LegSeats, { takenSeats, heldSeats }: PublishedSeats): LegSeats {
  const [taken, held] = [new Set(takenSeats), new Set(heldSeats)];
  return withSeats(leg, ({ designator, state }) => {
    if (leg.assigned.includes(designator) || leg.pending[designator] === 'holding') return 'mine';
    if (taken.has(designator)) return state === 'blocked' ? 'blocked' : 'taken';
    return held.has(designator) ? 'held' : 'free';
  });
}

/** Has a seat of this purchase none of its airline's holds any more? Then only the airline can tell what became of it. */
export function hasDoubtfulSeat(leg: LegSeats, { heldSeats }: PublishedSeats): boolean {
  return leg.assigned.some((seat) => seat !== null && !heldSeats.includes(seat));
}

/** The hold of this leg has ended: nobody has a seat any more. */
export function withExpiredHold(leg: LegSeats): LegSeats {
  return { ...leg, assigned: leg.assigned.map(() => null), holdUntil: null };
}

/** Has every passenger a seat on this leg? */
export function isComplete(leg: LegSeats): boolean {
  return leg.assigned.every((seat) => seat !== null);
}

/** The first passenger without a seat, or `current` when all have one. */
export function nextPassenger(leg: LegSeats, current: number): number {
  const missing = leg.assigned.indexOf(null);
  return missing === -1 ? current : missing;
}

/** The instant at which the first hold of the trip ends, in ms since the epoch; null when nothing is held. */
export function tripHoldUntilMs(legs: Pick<LegSeats, 'holdUntil'>[]): number | null {
  const instants = legs.flatMap((leg) => (leg.holdUntil === null ? [] : [Date.parse(leg.holdUntil)]));
  return instants.length === 0 ? null : Math.min(...instants);
}

/** What the seats of this leg cost beyond the fare, in centavos. */
export function surchargeOf(leg: LegSeats): number {
  const seats = leg.seatMap ? seatsOfMap(leg.seatMap) : [];
  return seats
    .filter((seat) => leg.assigned.includes(seat.designator))
    .reduce((sum, seat) => sum + seat.surchargeCents, 0);
}

/** Up to `limit` free seats nearest to one that was lost, closest first. */
export function freeSeatsNear(leg: LegSeats, designator: string, limit: number): string[] {
  if (!leg.seatMap) return [];
  const { letters, rows } = leg.seatMap;
  const placed = rows.flatMap((row, rowIndex) =>
    row.seats.map((seat) => ({ seat, rowIndex, column: letters.indexOf(seat.designator.slice(-1)) })),
  );
  const lost = placed.find(({ seat }) => seat.designator === designator);
  if (!lost) return [];
  return placed
    .filter(({ seat }) => shownState(leg, seat) === 'free')
    .map((place) => ({
      designator: place.seat.designator,
      distance: 2 * Math.abs(place.rowIndex - lost.rowIndex) + Math.abs(place.column - lost.column),
    }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map((place) => place.designator);
}
