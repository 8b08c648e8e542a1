import type { Incarnation } from './incarnation';
import type { Records, Store, Table, Write } from './store';

type Overlay = { [Name in Table]?: Map<string, Records[Name] | null> };

/** A local tx: its writes lie over the store until they are committed all at once or forgotten. */
export class SimulatedTx {
  private overlay: Overlay = {};
  private isCommitting = false;
  private isOver = false;

  constructor(
    private readonly store: Store,
    readonly owner: Incarnation,
  ) {
    owner.open.add(this);
  }

  read<Name extends Table>(table: Name, key: string): Records[Name] | null {
    const own = this.overlay[table]?.get(key);
    return own === undefined ? this.store.read(table, key) : own;
  }

  write<Name extends Table>(table: Name, key: string, record: Records[Name] | null): void {
    const writes: Map<string, Records[Name] | null> = this.overlay[table] ?? new Map();
    writes.set(key, record);
    Object.assign(this.overlay, { [table]: writes });
  }

  /** Waits until no other tx has it, and keeps it to the end. Who had to wait is woken by an event of its own. */
  lock(name: string): Promise<void> {
    return this.owner.promise((resolve) => {
      let hasWaited = false;
      const taken = () => (hasWaited ? this.owner.after(0, () => resolve()) : resolve());
      this.store.locks.take(name, { holder: this, resolve: taken });
      hasWaited = true;
    });
  }

  async savepoint<Result>(run: () => Promise<Result>): Promise<Result> {
    const kept: Overlay = {};
    for (const [table, writes] of Object.entries(this.overlay)) {
      Object.assign(kept, { [table]: new Map<string, unknown>(writes) });
    }
    try {
      return await run();
    } catch (error) {
      this.overlay = kept;
      throw error;
    }
  }

  /** What a commit would change. */
  writes(): Write[] {
    return Object.entries(this.overlay).flatMap(([table, writes]) =>
      [...writes].map(
        ([key, after]) => ({ table, key, before: this.store.read(table as Table, key), after }) as Write,
      ),
    );
  }

  /** COMMIT, which takes its time; then the writes are durable, or the process died before and nobody knows. */
  commit(fate: CommitFate): Promise<void> {
    this.isCommitting = true;
    const { site } = this.owner;
    return this.owner.promise((resolve, reject) => {
      // The connection breaks while the database goes on with it.
      if (fate.errorAfterMs !== undefined) this.owner.after(fate.errorAfterMs, () => reject(fate.error));
      site.simulation.agenda.after(fate.delayMs, () => {
        if (this.isOver) return;
        fate.beforehand?.();
        if (this.isOver) return;
        if (fate.isStored) this.apply();
        // Before anybody is woken: who dies now does not hear of it.
        this.isOver = true;
        fate.afterwards?.();
        this.end();
        if (fate.error) reject(fate.error);
        else resolve();
      });
    });
  }

  /** ROLLBACK, which comes too late for a COMMIT that is under way. */
  rollBack(): void {
    if (!this.isCommitting) this.end();
  }

  private end(): void {
    this.isOver = true;
    this.owner.open.delete(this);
    this.store.locks.release(this);
  }

  /** The process is gone: a COMMIT that was under way may or may not have arrived. */
  abandon(): void {
    if (this.isOver) return;
    if (this.isCommitting && this.owner.site.simulation.random.chance(0.5)) this.apply();
    this.end();
  }

  private apply(): void {
    const { site } = this.owner;
    const writes = this.writes();
    for (const { table, key, after } of writes) this.store.put(table, key, after);
    site.simulation.referee.onCommit(site, writes);
  }
}

/** What becomes of one COMMIT. */
export type CommitFate = {
  delayMs: number;
  isStored: boolean;
  /** What the process hears; nothing when it is well. */
  error?: Error;
  /** When it hears of the error, if before the database has finished. */
  errorAfterMs?: number;
  /** Just before and just after it is durable: the moments to crash at. */
  beforehand?: () => void;
  afterwards?: () => void;
};
