import type { BenchQuery } from '../network/draw-queries';
import type { FoundTrip } from './found-trip';

/** What a method found, for the comparison only: made after the clock was stopped. */
export type Answer =
  | { kind: 'front'; trips: readonly FoundTrip[] }
  /** Of all trips the fare of a cheapest one, null when there is none. */
  | { kind: 'cheapest'; fareCents: number | null };

/** One way to answer a query. `run` is what is timed; what it returns says what was found. */
export type Method = {
  name: string;
  /** Which of the queries it is asked; the slow ones are asked a part. */
  takes(place: number): boolean;
  /** What may be done before the clock runs: returns the question as it will be asked. */
  prepare(asked: BenchQuery): Question;
};

export type Question = {
  run(): (() => Answer) | Promise<() => Answer>;
  close?(): void;
};

/** Every so manieth query, `count` of `total`, spread evenly. */
export function spread(total: number, count: number): (place: number) => boolean {
  const step = Math.max(1, Math.floor(total / count));
  return (place) => place % step === 0 && place / step < count;
}
