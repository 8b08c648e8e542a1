import type { VoteRefusal } from './transaction';

/** A transaction's place among those that want the same things at one airline at the same moment. */
export type Place = {
  /**
   * Asked before every attempt: resolves with null when it may be made, else with why none makes sense any more. It
   * may let time pass, about `timeoutMs` at most, and holds no connection meanwhile.
   */
  turn(timeoutMs: number): Promise<VoteRefusal | null>;
  /** Makes room for the next, whatever became of the attempts. `isPrepared`: it has what it wanted, undecided. */
  leave(outcome: { isPrepared: boolean }): void;
};

/** A place in no line: the first attempt at once, and `wait` before each further one. */
export function placeThatWaits(wait: (timeoutMs: number) => Promise<void>): Place {
  let isFirst = true;
  return {
    async turn(timeoutMs) {
      if (!isFirst) await wait(timeoutMs);
      isFirst = false;
      return null;
    },
    leave: () => undefined,
  };
}
