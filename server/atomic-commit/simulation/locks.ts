type Waiter<Holder> = { holder: Holder; resolve: () => void };
type Lock<Holder> = { holder: Holder; waiting: Waiter<Holder>[] };

/** Exclusive locks by name, first come first served, as Postgres gives them to rows. */
export class Locks<Holder> {
  private readonly locks = new Map<string, Lock<Holder>>();

  isFree(name: string): boolean {
    return !this.locks.has(name);
  }

  /** Takes a lock, or has `resolve` called when it is this holder's. Who has it may take it again. */
  take(name: string, { holder, resolve }: Waiter<Holder>): void {
    const lock = this.locks.get(name);
    if (!lock) this.locks.set(name, { holder, waiting: [] });
    if (!lock || lock.holder === holder) resolve();
    else lock.waiting.push({ holder, resolve });
  }

  /** Gives everything back and ends every wait of this holder. */
  release(holder: Holder): void {
    for (const [name, lock] of this.locks) {
      lock.waiting = lock.waiting.filter((waiter) => waiter.holder !== holder);
      if (lock.holder !== holder) continue;
      const next = lock.waiting.shift();
      if (!next) {
        this.locks.delete(name);
        continue;
      }
      lock.holder = next.holder;
      next.resolve();
    }
  }
}
