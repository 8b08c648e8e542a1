/** Choices that a seed repeats. */
export type Random = {
  /** From 0 to below 1. */
  fraction(): number;
  /** From `from` to below `to`. */
  between(from: number, to: number): number;
  /** A whole number from 0 to below `count`. */
  index(count: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  shuffled<Item>(items: readonly Item[]): Item[];
};

/** Mulberry32: small, fast, and the same everywhere. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const index = (count: number) => Math.floor(fraction() * count);
  return {
    fraction,
    between: (from, to) => from + fraction() * (to - from),
    index,
    chance: (probability) => fraction() < probability,
    pick(items) {
      const item = items[index(items.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
    shuffled(items) {
      const left = [...items];
      return items.flatMap(() => left.splice(index(left.length), 1));
    },
  };
}
