import { ConnectionPool, type PoolOptions } from './connection-pool';
import { runTx, type Scope } from './run-tx';
import { type StatementTaker, statementTaker } from './statement';

/** What Drizzle asks of a client of postgres.js. */
export type PostgresClient = StatementTaker & {
  begin<Result>(run: (scope: Scope) => Promise<Result>): Promise<Result>;
  end(): Promise<void>;
};

/** Drizzle's client, over connections that do not outlive a loss. */
export function createPostgresClient(options: Omit<PoolOptions, 'types'>): PostgresClient {
  const types = { parsers: {}, serializers: {} };
  const pool = new ConnectionPool({ ...options, types });
  return {
    ...statementTaker(types, (statement) => pool.lend((connection) => connection.send(statement))),
    begin: (run) => pool.lend((connection) => runTx(connection, types, run)),
    end: () => pool.close(),
  };
}
