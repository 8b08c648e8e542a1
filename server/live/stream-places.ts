import { Refusal } from '../errors';

/**
 * Open streams of one process: each is a socket, some 20 kB, and its share of every notice. A traveller has one per
 * visible tab; the page of who is refused asks every few seconds instead.
 */
const maxStreams = 2_000;

/** Of one address, before RATE_LIMIT_FACTOR: an office behind one router, not a script that takes all places. */
const maxStreamsOfAddress = 30;

/** When a page that was refused should try again. */
const retryAfterSeconds = 30;

/** Counts the open streams of this process. */
export class StreamPlaces {
  readonly #byAddress = new Map<string, number>();
  #taken = 0;
  #isClosed = false;

  /**
   * Takes a place and returns what gives it back; calling that twice changes nothing. Refuses OVERLOADED when there is
   * no place left or the process stops, RATE_LIMITED when this address has its share.
   */
  enter(address: string, rateLimitFactor: number): () => void {
    const ofAddress = this.#byAddress.get(address) ?? 0;
    if (this.#isClosed || this.#taken >= maxStreams) throw new Refusal('OVERLOADED', { retryAfterSeconds });
    if (ofAddress >= maxStreamsOfAddress * rateLimitFactor)
      throw new Refusal('RATE_LIMITED', { retryAfterSeconds });
    this.#count(address, 1);
    let isInside = true;
    return () => {
      if (isInside) this.#count(address, -1);
      isInside = false;
    };
  }

  /** Lets nobody in any more. */
  close(): void {
    this.#isClosed = true;
  }

  #count(address: string, change: 1 | -1): void {
    this.#taken += change;
    const ofAddress = (this.#byAddress.get(address) ?? 0) + change;
    if (ofAddress === 0) this.#byAddress.delete(address);
    else this.#byAddress.set(address, ofAddress);
  }
}
