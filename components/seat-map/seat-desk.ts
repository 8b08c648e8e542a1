import { afterRefusal } from './after-refusal';
import { chooseSeats, type SeatPreference } from './choose-seats';
import {
  hasDoubtfulSeat,
  isComplete,
  type LegSeats,
  type PublishedSeats,
  type ShownState,
  seatsNoLongerHeld,
  seatsWith,
  withExpiredHold,
  withHeldSeats,
  withoutPending,
  withPending,
  withPublishedSeats,
  withSeatMap,
} from './leg-seats';
import type { SeatRefusal, SeatService } from './seat-service';
import { SeatStore } from './seat-store';
import { swapSeats } from './swap-seats';

/** A lost race while choosing for the customer is tried again with what is left, this many times in all. */
const chooseAttempts = 3;

/**
 * Everything that the customer can do on the seat page. A click shows at once as pending; the requests go to the
 * airlines one after the other in the order of the clicks, and each answer settles what it was about.
 */
export class SeatDesk {
  readonly store: SeatStore;
  readonly #service: SeatService;
  #queue: Promise<void> = Promise.resolve();
  #requests = 0;

  constructor(legs: LegSeats[], service: SeatService) {
    this.store = new SeatStore(legs);
    this.#service = service;
  }

  /** Holds a seat for one passenger, instead of the one that they had. */
  choose(index: number, passengerIndex: number, seat: string): Promise<void> {
    this.store.setLeg(index, withPending(this.store.leg(index), [seat], 'holding'), null);
    return this.#enqueue(() => this.#holdFor(index, passengerIndex, seat));
  }

  /** Gives a seat back. */
  release(index: number, seat: string): Promise<void> {
    this.store.setLeg(index, withPending(this.store.leg(index), [seat], 'releasing'), null);
    return this.#enqueue(() => this.#release(index, seat));
  }

  /** Chooses seats for all passengers on the given legs. */
  chooseForMe(indexes: number[], preference: SeatPreference): Promise<void> {
    return this.#enqueue(async () => {
      for (const index of indexes) if (!(await this.#chooseForLeg(index, preference))) return;
      const seatCount = indexes.reduce((sum, index) => sum + this.store.leg(index).assigned.length, 0);
      this.store.set({ notice: { kind: 'chosen', seatCount } });
    });
  }

  /** Reads one leg's map again. Not queued: a slow airline must not delay a click. */
  async refresh(index: number): Promise<void> {
    const requestsBefore = this.#requests;
    const answer = await this.#service.readMap(this.store.leg(index).legId);
    const leg = this.store.leg(index);
    if (!answer.ok) return this.store.setLeg(index, { ...leg, silent: true });
    const mapped = withSeatMap(leg, answer.value);
    // A map read while a request was under way may be older than its answer, and a copy older than any hold.
    const isSure = this.#requests === requestsBefore && answer.value.state === 'live';
    const gone = isSure ? seatsNoLongerHeld(leg, answer.value) : [];
    if (gone.length === 0) return this.store.setLeg(index, mapped);
    const kept = leg.assigned.filter((seat) => seat !== null).filter((seat) => !gone.includes(seat));
    const settled = withHeldSeats(mapped, { seats: kept, holdUntil: leg.holdUntil }, leg.assigned);
    this.store.setLeg(index, settled, { kind: 'ended', legIndex: index, seats: gone });
  }

  /**
   * The airline has published who has which seats: shown at once, without asking anybody. Asks only when it knows no
   * hold for a seat of this purchase: what it published may be older than the hold, or the hold has ended.
   */
  takePublished(index: number, published: PublishedSeats): void {
    const leg = this.store.leg(index);
    this.store.setLeg(index, withPublishedSeats(leg, published));
    if (hasDoubtfulSeat(leg, published)) void this.refresh(index);
  }

  /** More time on every leg that holds seats. */
  extend(): Promise<void> {
    return this.#enqueue(async () => {
      for (const [index, { legId, holdUntil, assigned }] of this.store.getState().legs.entries()) {
        if (holdUntil === null) continue;
        const answer = await this.#service.extend(legId);
        if (!answer.ok) return this.#settleRefusal(index, [], answer.refusal);
        this.store.setLeg(index, withHeldSeats(this.store.leg(index), answer.value, assigned));
      }
      this.store.set({ notice: { kind: 'moreTime' } });
    });
  }

  /** The clock ran out: remembers the seats, so that they can be tried again. */
  expire(): void {
    const { legs, expiredSeats } = this.store.getState();
    if (expiredSeats || legs.every((leg) => leg.holdUntil === null)) return;
    this.store.set({
      legs: legs.map(withExpiredHold),
      expiredSeats: legs.map((leg) => leg.assigned),
      notice: { kind: 'expired' },
    });
  }

  /** After the end: tries to hold the same seats again, leg by leg; what somebody else has by now stays lost. */
  tryAgain(): Promise<void> {
    return this.#enqueue(async () => {
      const wantedByLeg = this.store.getState().expiredSeats ?? [];
      this.store.set({ expiredSeats: null, notice: null });
      for (const [index, wanted] of wantedByLeg.entries()) await this.#take(index, wanted);
      if (this.store.getState().legs.every(isComplete)) this.store.set({ notice: { kind: 'moreTime' } });
    });
  }

  /** After the end: forgets the seats, the customer chooses anew. */
  startOver(): void {
    this.store.set({ expiredSeats: null, notice: null });
  }

  /** Somebody pressed a seat that cannot be chosen: says why. */
  explain(index: number, seat: string, shown: ShownState): void {
    this.store.set({ notice: { kind: 'unavailable', legIndex: index, seat, shown } });
  }

  /** Somebody pressed a seat of an airline that does not answer: only it could hold one. */
  explainSilence(index: number): void {
    this.store.set({ notice: { kind: 'silent', legIndex: index } });
  }

  dismissNotice(): void {
    this.store.set({ notice: null });
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#requests++;
    this.#queue = this.#queue.then(work);
    return this.#queue;
  }

  async #holdFor(index: number, passengerIndex: number, seat: string): Promise<void> {
    const { legId, assigned } = this.store.leg(index);
    const before = assigned[passengerIndex] ?? null;
    const answer = await swapSeats(this.#service, legId, {
      seatsIn: [seat],
      seatsOut: before === null ? [] : [before],
    });
    if (!answer.ok) return this.#settleRefusal(index, [seat], answer.refusal);
    const leg = withoutPending(this.store.leg(index), [seat]);
    const settled = withHeldSeats(leg, answer.value, seatsWith(leg, passengerIndex, seat));
    this.store.setLeg(index, settled, { kind: 'held', legIndex: index, seat, passengerIndex });
  }

  async #release(index: number, seat: string): Promise<void> {
    const answer = await this.#service.release(this.store.leg(index).legId, [seat]);
    if (!answer.ok) return this.#settleRefusal(index, [seat], answer.refusal);
    const leg = withoutPending(this.store.leg(index), [seat]);
    this.store.setLeg(index, withHeldSeats(leg, answer.value, leg.assigned), {
      kind: 'released',
      legIndex: index,
      seat,
    });
  }

  async #chooseForLeg(index: number, preference: SeatPreference): Promise<boolean> {
    for (let attempt = 1; attempt <= chooseAttempts; attempt++) {
      const { seatMap, assigned } = this.store.leg(index);
      const wanted = seatMap && chooseSeats(seatMap, assigned.length, preference);
      if (!wanted) {
        this.store.set({ notice: { kind: 'tooFew', legIndex: index } });
        return false;
      }
      if (await this.#take(index, wanted)) return true;
      if (this.store.getState().notice?.kind !== 'lost') return false;
    }
    return false;
  }

  /** Holds the wanted seats of one leg instead of its present ones. True when they are held. */
  async #take(index: number, wanted: (string | null)[]): Promise<boolean> {
    const leg = this.store.leg(index);
    const present = leg.assigned.filter((seat) => seat !== null);
    const seatsIn = wanted.filter((seat) => seat !== null).filter((seat) => !present.includes(seat));
    const seatsOut = present.filter((seat) => !wanted.includes(seat));
    if (seatsIn.length === 0) return true;
    this.store.setLeg(index, withPending(leg, seatsIn, 'holding'), null);
    const answer = await swapSeats(this.#service, leg.legId, { seatsIn, seatsOut });
    if (answer.ok)
      this.store.setLeg(
        index,
        withHeldSeats(withoutPending(this.store.leg(index), seatsIn), answer.value, wanted),
      );
    else this.#settleRefusal(index, seatsIn, answer.refusal);
    return answer.ok;
  }

  #settleRefusal(index: number, seats: string[], refusal: SeatRefusal): void {
    const { leg, notice } = afterRefusal(this.store.leg(index), seats, refusal);
    this.store.setLeg(index, leg, { ...notice, legIndex: index });
  }
}
