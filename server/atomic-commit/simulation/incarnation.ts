import type { SimulatedTx } from './simulated-tx';
import type { Site } from './site';

/**
 * One run of an airline's process, from its start to its end. Whatever it waits for comes through here, so that nothing
 * of it happens after it was killed, and nothing while it is frozen.
 */
export class Incarnation {
  isAlive = true;
  readonly stopping = new AbortController();
  /** Local txs that have not ended. */
  readonly open = new Set<SimulatedTx>();
  /** Whoever waits for a contested seat. */
  readonly waiting = new Set<() => void>();
  private backlog: (() => void)[] | null = null;

  constructor(
    readonly site: Site,
    readonly name: string,
  ) {}

  get isFrozen(): boolean {
    return this.backlog !== null;
  }

  /** Runs it in this process: now, when the process is continued, or never. */
  enter(run: () => void): void {
    if (!this.isAlive) return;
    if (this.backlog) this.backlog.push(run);
    else run();
  }

  after(ms: number, run: () => void): void {
    this.site.simulation.agenda.after(ms, () => this.enter(run));
  }

  /** A promise that never settles once the process is dead. */
  promise<Result>(
    start: (resolve: (result: Result) => void, reject: (error: unknown) => void) => void,
  ): Promise<Result> {
    return new Promise((resolve, reject) =>
      start(
        (result) => this.enter(() => resolve(result)),
        (error) => this.enter(() => reject(error)),
      ),
    );
  }

  /** SIGSTOP and, after that many milliseconds, SIGCONT. */
  freeze(ms: number): void {
    if (!this.isAlive || this.backlog) return;
    this.backlog = [];
    this.site.simulation.agenda.after(ms, () => this.thaw());
  }

  thaw(): void {
    const late = this.backlog ?? [];
    this.backlog = null;
    for (const run of late) this.after(0, run);
  }

  /** kill -9. What it had not committed is rolled back; of a COMMIT under way nobody knows. */
  kill(): void {
    this.isAlive = false;
    this.backlog = null;
    for (const tx of [...this.open]) tx.abandon();
  }
}
