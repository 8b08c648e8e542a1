import type { AirlineCode } from '../../api/airlines';
import type { TransactionRow, Violation } from './evidence';

/** A transaction as one airline had it at one moment. */
export type Glimpse = Pick<TransactionRow, 'airline' | 'id' | 'promised' | 'acceptedBallot' | 'decision'>;

/** A seat found prepared, and since when a decision was possible: prepared, and a majority within reach. */
export type PreparedSeat = { airline: AirlineCode; legId: string; seat: string; id: string; waitsMs: number };

/**
 * What must hold at every moment, not only in the end. 5: with a majority within reach no seat stays prepared longer
 * than `limitMs`. 8: promises and ballots never decrease, a decision is written once.
 */
export class Watch {
  readonly #last = new Map<string, Glimpse>();
  readonly #tooLong = new Map<string, Violation>();
  readonly #takenBack: Violation[] = [];
  longestMs = 0;
  looks = 0;

  constructor(readonly limitMs: number) {}

  see(glimpses: readonly Glimpse[], prepared: readonly PreparedSeat[]): void {
    this.looks += 1;
    for (const glimpse of glimpses) this.#compare(glimpse);
    for (const { airline, legId, seat, id, waitsMs } of prepared) {
      this.longestMs = Math.max(this.longestMs, waitsMs);
      if (waitsMs <= this.limitMs) continue;
      const what = `${legId} ${seat} is prepared at ${airline} by ${id} for ${(waitsMs / 1_000).toFixed(1)} s`;
      this.#tooLong.set(`${airline} ${id}`, { invariant: 5, what });
    }
  }

  get violations(): Violation[] {
    return [...this.#tooLong.values(), ...this.#takenBack];
  }

  #compare(now: Glimpse): void {
    const key = `${now.airline} ${now.id}`;
    const before = this.#last.get(key);
    this.#last.set(key, now);
    if (!before) return;
    const rules: [string, boolean][] = [
      ['took back a promise', now.promised < before.promised],
      ['took back a ballot', (now.acceptedBallot ?? -1) < (before.acceptedBallot ?? -1)],
      ['changed its decision', before.decision !== null && now.decision !== before.decision],
    ];
    for (const [what, isBroken] of rules)
      if (isBroken) this.#takenBack.push({ invariant: 8, what: `${now.airline} ${what} on ${now.id}` });
  }
}
