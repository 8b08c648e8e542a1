import { Refusal } from './errors';

export type GateLimits = {
  /** How many may be inside at a time; at most, where there is a pace. */
  inside: number;
  /**
   * Where room is a guess: fewer are let in after work that took longer than `slowMs`, more after quicker work, never
   * fewer than `least`. What is behind the gate may be faster than this machine or busy with something else.
   */
  pace?: { least: number; slowMs: number };
  /** How many may wait for that, first come first served. */
  waiting: number;
  /** How long each of them may wait. */
  waitMs: number;
};

/** When a client that was turned away should come back. */
const retryAfterSeconds = 2;

/**
 * A bounded queue before something scarce, in this process. Whoever would make it longer than its limits allow is
 * turned away at once, because an answer that comes too late costs as much as one in time and helps nobody.
 */
export class Gate {
  #inside = 0;
  #room: number;
  /** In order of arrival. */
  readonly #waiting = new Set<() => void>();

  constructor(private readonly limits: GateLimits) {
    const { inside, pace } = limits;
    this.#room = pace ? Math.min(inside, pace.least * 3) : inside;
  }

  /** Runs `work` when there is room inside. Throws `Refusal` OVERLOADED instead of running it. */
  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    const leave = await this.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /** Resolves when there is room, with what makes room for the next; calling that twice changes nothing. Throws like `pass`. */
  async enter(): Promise<() => void> {
    if (this.#inside + 1 <= this.#room) this.#inside += 1;
    else await this.#waitForRoom();
    const enteredAt = performance.now();
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      this.#keepPace(performance.now() - enteredAt);
      this.#inside -= 1;
      this.#letIn();
    };
  }

  /** Less by a tenth, more by one for each round of quick work: the same that keeps a network from congestion. */
  #keepPace(tookMs: number): void {
    const { inside, pace } = this.limits;
    if (!pace) return;
    const room = tookMs > pace.slowMs ? this.#room * 0.9 : this.#room + 1 / this.#room;
    this.#room = Math.min(inside, Math.max(pace.least, room));
  }

  #waitForRoom(): Promise<void> {
    const overloaded = () => new Refusal('OVERLOADED', { retryAfterSeconds });
    if (this.#waiting.size >= this.limits.waiting) return Promise.reject(overloaded());
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(impatience);
        resolve();
      };
      const impatience = setTimeout(() => {
        this.#waiting.delete(enter);
        reject(overloaded());
      }, this.limits.waitMs);
      this.#waiting.add(enter);
    });
  }

  /** Whoever waits goes in before anybody who comes later. */
  #letIn(): void {
    for (const enter of this.#waiting) {
      if (this.#inside + 1 > this.#room) return;
      this.#inside += 1;
      this.#waiting.delete(enter);
      enter();
    }
  }
}
