type Entry = { atMs: number; order: number; run: () => void };

/** So many events are handed to Node at once; between two of them it runs every microtask. */
const batch = 64;

/**
 * Virtual time: what will happen, in order of time and then of planning. After each event everything that it woke runs
 * until it waits for a later event, so that a run depends on nothing but its seed.
 */
export class Agenda {
  nowMs = 0;
  /** Set when somebody has seen enough: nothing happens any more. */
  isStopped = false;
  events = 0;
  private heap: Entry[] = [];
  private planned = 0;

  /** Plans an event that many milliseconds from now. */
  after(ms: number, run: () => void): void {
    this.push({ atMs: this.nowMs + Math.max(0, ms), order: this.planned++, run });
  }

  /** Lets time pass until that moment, with everything that is planned before it. */
  run(untilMs: number): Promise<void> {
    return new Promise((resolve) => {
      let isOver = false;
      const next = () => {
        if (isOver || this.happen(untilMs)) return;
        isOver = true;
        if (!this.isStopped) this.nowMs = untilMs;
        resolve();
      };
      const more = () => {
        if (isOver) return;
        for (let count = 0; count < batch; count++) setImmediate(next);
        setImmediate(more);
      };
      more();
    });
  }

  private happen(untilMs: number): boolean {
    const [first] = this.heap;
    if (this.isStopped || !first || first.atMs > untilMs) return false;
    this.pop();
    this.nowMs = first.atMs;
    this.events++;
    first.run();
    return true;
  }

  private push(entry: Entry): void {
    const { heap } = this;
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent] as Entry;
      if (isBefore(above, entry)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = entry;
  }

  private pop(): void {
    const { heap } = this;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (!left) break;
      if (right && isBefore(right, left)) child++;
      const smaller = heap[child] as Entry;
      if (isBefore(last, smaller)) break;
      heap[index] = smaller;
      index = child;
    }
    heap[index] = last;
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
}
