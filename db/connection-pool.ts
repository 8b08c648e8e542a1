import { Connection, type ConnectionOptions } from './connection';

export type PoolOptions = Omit<ConnectionOptions, 'onLost'> & { size: number };

type Waiter = { resolve: (connection: Connection) => void; reject: (reason: Error) => void };

/** How long `close` waits for what is under way. */
const closeMs = 5_000;

/** At most `size` connections, each lent to one borrower at a time; a lost one is replaced by a new one, not mended. */
export class ConnectionPool {
  readonly #options: PoolOptions;
  readonly #open = new Set<Connection>();
  readonly #idle: Connection[] = [];
  readonly #waiting: Waiter[] = [];
  #isClosing = false;
  #onAllReturned: (() => void) | null = null;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Lends a connection for as long as `work` takes; first come, first served. */
  async lend<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    const connection = await this.#borrow();
    try {
      return await work(connection);
    } finally {
      this.#giveBack(connection);
    }
  }

  #borrow(): Connection | Promise<Connection> {
    if (this.#isClosing) throw new Error('the connection pool is closed');
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#open.size < this.#options.size) return this.#connect();
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #connect(): Connection {
    const connection = new Connection({ ...this.#options, onLost: (lost) => this.#forget(lost) });
    this.#open.add(connection);
    return connection;
  }

  #forget(lost: Connection): void {
    this.#open.delete(lost);
    const place = this.#idle.indexOf(lost);
    if (place >= 0) this.#idle.splice(place, 1);
    if (this.#isClosing) return;
    const next = this.#waiting.shift();
    if (next) next.resolve(this.#connect());
  }

  #giveBack(connection: Connection): void {
    const next = connection.isLost ? undefined : this.#waiting.shift();
    if (next) next.resolve(connection);
    else if (!connection.isLost) this.#idle.push(connection);
    if (this.#idle.length === this.#open.size) this.#onAllReturned?.();
  }

  /** Refuses new borrowers, waits up to 5 s for the others, then ends every session. */
  async close(): Promise<void> {
    this.#isClosing = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('the connection pool is closed'));
    if (this.#idle.length < this.#open.size) await this.#allReturned();
    await Promise.all([...this.#open].map((connection) => connection.close()));
  }

  #allReturned(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, closeMs);
      this.#onAllReturned = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
