import postgres from 'postgres';

/** The connection broke: what was under way may have happened or not. Its code is what postgres.js says too. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  readonly code = 'CONNECTION_CLOSED';

  constructor() {
    super('the connection to PostgreSQL was lost');
  }
}

export type Types = Pick<postgres.ParsedOptions, 'parsers' | 'serializers'>;

export type ConnectionOptions = {
  url: string;
  /** Session settings, sent when it connects. */
  settings: Record<string, string | number>;
  /** How types are read and written, by OID, where that differs from postgres.js's own way. */
  types: Types;
  /** Told once when it breaks, whoever uses it. */
  onLost: (connection: Connection) => void;
};

/**
 * One session of PostgreSQL, made at its first statement and never made again: a pool of postgres.js reconnects the
 * connection under a running `tx`, whose remaining statements, COMMIT too, then run in somebody else's session; and
 * after a loss it writes into a socket that is gone (an uncaught TypeError, and a connection that hangs ever after:
 * porsager/postgres#1154, #1208). So it is given one connection, one statement at a time, and nothing after a loss.
 */
export class Connection {
  isLost = false;
  readonly #client: postgres.Sql;
  readonly #onLost: ConnectionOptions['onLost'];
  /** Ends the wait for the statement that is under way. */
  #fail: ((reason: ConnectionLost) => void) | null = null;
  /** Settles, never rejects, when the last statement so far has been answered; null when none is under way. */
  #turn: Promise<void> | null = null;

  constructor({ url, settings, types, onLost }: ConnectionOptions) {
    this.#onLost = onLost;
    this.#client = postgres(url, {
      max: 1,
      max_lifetime: null,
      onnotice: () => undefined,
      onclose: () => this.#lose(),
      connection: settings,
    });
    Object.assign(this.#client.options.parsers, types.parsers);
    Object.assign(this.#client.options.serializers, types.serializers);
  }

  /** Sends one statement after those that were asked for before it. Rejects with `ConnectionLost` when its fate is unknown. */
  send<Result>(statement: (client: postgres.Sql) => PromiseLike<Result>): Promise<Result> {
    const answer = this.#turn ? this.#turn.then(() => this.#sendNow(statement)) : this.#sendNow(statement);
    const done = () => {
      if (this.#turn === turn) this.#turn = null;
    };
    const turn = answer.then(done, done);
    this.#turn = turn;
    return answer;
  }

  #sendNow<Result>(statement: (client: postgres.Sql) => PromiseLike<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.isLost) return reject(new ConnectionLost());
      this.#fail = reject;
      statement(this.#client).then(resolve, (error) => {
        reject(error);
        const isAnswer = error instanceof postgres.PostgresError && !/^(FATAL|PANIC)$/.test(error.severity);
        if (!isAnswer) this.#lose();
      });
    });
  }

  #lose(): void {
    if (this.isLost) return;
    this.isLost = true;
    this.#fail?.(new ConnectionLost());
    void this.close();
    this.#onLost(this);
  }

  /** Ends the session without waiting for anybody. */
  async close(): Promise<void> {
    this.isLost = true;
    await this.#client.end({ timeout: 0 });
  }
}
