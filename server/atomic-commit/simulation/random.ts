/** Seeded randomness (sfc32): the same seed gives the same schedule, message by message. */
export class Random {
  private a = 0x9e3779b9;
  private b = 0x243f6a88;
  private c = 0xb7e15162;
  private counter = 1;

  constructor(seed: number) {
    this.a ^= seed | 0;
    this.b ^= Math.floor(seed / 2 ** 32);
    for (let round = 0; round < 12; round++) this.bits();
  }

  /** Uniform in 0 ≤ x < 1. */
  next(): number {
    return this.bits() / 2 ** 32;
  }

  /** Uniform in 0 … bound − 1. */
  index(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  /** Uniform between the two. */
  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  chance(probability: number): boolean {
    return probability > 0 && this.next() < probability;
  }

  /** One of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item {
    return items[this.index(items.length)] as Item;
  }

  /** Some of the items, each with that probability, in their order. */
  some<Item>(items: readonly Item[], probability: number): Item[] {
    return items.filter(() => this.chance(probability));
  }

  uuid(): string {
    const hex = (digits: number) => this.bits().toString(16).padStart(8, '0').slice(0, digits);
    return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(8)}${hex(4)}`;
  }

  private bits(): number {
    const sum = (this.a + this.b + this.counter++) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return sum >>> 0;
  }
}
