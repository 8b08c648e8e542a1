import type { Connection, Types } from './connection';
import { type Send, type StatementTaker, statementTaker } from './statement';

/** What Drizzle asks of a tx of postgres.js. */
export type Scope = StatementTaker & {
  savepoint<Result>(run: (scope: Scope) => Promise<Result>): Promise<Result>;
};

/** A tx and how many savepoints it has had: their names never repeat in it. */
type Session = { connection: Connection; types: Types; savepoints: number };

/**
 * BEGIN, the statements and COMMIT, in one session or not at all. Resolves only when PostgreSQL has answered COMMIT with
 * COMMIT: for a failed tx it answers ROLLBACK, which is no error. When COMMIT rejects with `ConnectionLost`, the outcome
 * is unknown.
 */
export async function runTx<Result>(
  connection: Connection,
  types: Types,
  run: (scope: Scope) => Promise<Result>,
): Promise<Result> {
  const stretch = new Stretch(connection);
  await connection.send((client) => client`begin`);
  try {
    const result = await stretch.of({ connection, types, savepoints: 0 }, run);
    const { command } = await connection.send((client) => client`commit`);
    stretch.raise();
    if (command !== 'COMMIT') throw new Error(`COMMIT was answered with ${command}`);
    return result;
  } catch (error) {
    if (!connection.isLost) await connection.send((client) => client`rollback`);
    throw error;
  }
}

async function runSavepoint<Result>(
  session: Session,
  run: (scope: Scope) => Promise<Result>,
): Promise<Result> {
  const { connection } = session;
  const name = `s${session.savepoints++}`;
  await connection.send((client) => client`savepoint ${client(name)}`);
  try {
    return await new Stretch(connection).of(session, run);
  } catch (error) {
    if (!connection.isLost) await connection.send((client) => client`rollback to ${client(name)}`);
    throw error;
  }
}

/**
 * The statements between BEGIN and COMMIT, or of one savepoint. One that fails makes the whole fail, even where somebody
 * has caught its error; one that comes after the end is refused, because the session is somebody else's by then.
 */
class Stretch {
  #failure: { error: unknown } | null = null;
  #isOver = false;

  constructor(readonly connection: Connection) {}

  async of<Result>(session: Session, run: (scope: Scope) => Promise<Result>): Promise<Result> {
    try {
      const result = await run({
        ...statementTaker(session.types, this.#send),
        savepoint: (inner) => runSavepoint(session, inner),
      });
      this.raise();
      return result;
    } finally {
      this.#isOver = true;
    }
  }

  /** Throws what the first failed statement threw. */
  raise(): void {
    if (this.#failure) throw this.#failure.error;
  }

  #send: Send = async (statement) => {
    if (this.#isOver) throw new Error('a statement came after the end of its tx');
    try {
      return await this.connection.send(statement);
    } catch (error) {
      this.#failure ??= { error };
      throw error;
    }
  };
}
