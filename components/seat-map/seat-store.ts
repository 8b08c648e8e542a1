import type { LegSeats, ShownState } from './leg-seats';
import type { SeatRefusal } from './seat-service';

/** What just happened, for the notice on the page and the live region. */
export type SeatNotice =
  | { kind: 'held'; legIndex: number; seat: string; passengerIndex: number }
  | { kind: 'released'; legIndex: number; seat: string }
  | { kind: 'unavailable'; legIndex: number; seat: string; shown: ShownState }
  | { kind: 'lost'; legIndex: number; seat: string; refusal: SeatRefusal; near: string[] }
  | { kind: 'ended'; legIndex: number; seats: string[] }
  | { kind: 'silent'; legIndex: number }
  | { kind: 'refused'; legIndex: number; refusal: SeatRefusal }
  | { kind: 'chosen'; seatCount: number }
  | { kind: 'tooFew'; legIndex: number }
  | { kind: 'moreTime' }
  | { kind: 'expired' };

export type SeatState = {
  legs: LegSeats[];
  /** After the clock ran out: the seats of each leg, to be tried again. Null while the holds stand. */
  expiredSeats: (string | null)[][] | null;
  notice: SeatNotice | null;
};

/** What the seat page shows, outside React so that it can be tried without a browser. */
export class SeatStore {
  #state: SeatState;
  readonly #listeners = new Set<() => void>();

  constructor(legs: LegSeats[]) {
    this.#state = { legs, expiredSeats: null, notice: null };
  }

  readonly getState = (): SeatState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The leg at `index` of the trip. Throws RangeError for an index that the trip does not have. */
  leg(index: number): LegSeats {
    const leg = this.#state.legs[index];
    if (!leg) throw new RangeError(`no leg ${index} in this trip`);
    return leg;
  }

  set(change: Partial<SeatState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Replaces one leg, and the notice where one is given (null clears it). */
  setLeg(index: number, leg: LegSeats, notice: SeatNotice | null = this.#state.notice): void {
    this.set({ legs: this.#state.legs.map((old, at) => (at === index ? leg : old)), notice });
  }
}
