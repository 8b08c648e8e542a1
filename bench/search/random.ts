/** Numbers that look random and are the same for the same seed, so that two runs ask and fly the same. */
export type Random = {
  /** Uniform in 0 … bound − 1. */
  below(bound: number): number;
  /** Uniform in [from, to). */
  between(from: number, to: number): number;
  /** True in this share of all calls. */
  happens(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
};

/** Mulberry32: 32 bits of state, passes the usual tests, and is five lines. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    below,
    between: (from, to) => from + next() * (to - from),
    happens: (share) => next() < share,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}
