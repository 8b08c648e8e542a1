import type { AirlineCode } from '../../domain/airline-code';
import type { Vote, WorkToDo } from '../events';
import type { GlobalTransaction } from '../transaction';
import { Contested } from '../work';

export type ToyClaim = { state: 'prepared' | 'sold'; by: string };

/** The seats that a toy manifest asks of one airline. */
export function seatsWanted({ manifest }: GlobalTransaction, airline: AirlineCode): string[] {
  const seats = manifest?.work[airline];
  return Array.isArray(seats) ? seats.map(String) : [];
}

/** The work of a transcript: seats by name, no row means free. Like a `tx`, a step that throws has changed nothing. */
export class ToyInventory {
  readonly claims = new Map<string, ToyClaim>();

  constructor(private readonly airline: AirlineCode) {}

  /** Takes all seats or says no. Throws `Contested` when another undecided transaction has one. */
  prepare(transaction: GlobalTransaction): Vote {
    const wanted = seatsWanted(transaction, this.airline);
    const taken = wanted.filter((seat) => (this.claims.get(seat)?.by ?? transaction.id) !== transaction.id);
    const sold = taken.find((seat) => this.claims.get(seat)?.state === 'sold');
    if (sold) return { kind: 'no', refusal: { code: 'SEAT_TAKEN', airline: this.airline, seat: sold } };
    if (taken[0]) throw new Contested(this.airline, taken[0]);
    for (const seat of wanted) this.claims.set(seat, { state: 'prepared', by: transaction.id });
    return { kind: 'yes' };
  }

  /** Sells or frees what a decided transaction has prepared. */
  settle(transaction: GlobalTransaction, work: WorkToDo | undefined): void {
    for (const [seat, claim] of this.claims) {
      if (claim.by !== transaction.id) continue;
      if (work === 'commit') this.claims.set(seat, { ...claim, state: 'sold' });
      if (work === 'abort') this.claims.delete(seat);
    }
  }
}
