import type postgres from 'postgres';
import type { Types } from './connection';

/** Longer ones are lists of many values, which rarely come twice with the same number of them. */
const maxPreparedLength = 4_000;

type Parameters = Exclude<postgres.ParameterOrJSON<never>, undefined>[];

/** A statement that is sent when it is awaited; `values()` asks for rows as arrays. */
type Statement = PromiseLike<postgres.RowList<postgres.Row[]>> & { values(): Promise<unknown[][]> };

/** Where statements can be given to, as Drizzle expects it of postgres.js. */
export type StatementTaker = {
  options: Types;
  unsafe(text: string, parameters?: Parameters, options?: postgres.UnsafeQueryOptions): Statement;
};

/** Sends a statement in some session and settles when it is answered. */
export type Send = <Result>(statement: (client: postgres.Sql) => PromiseLike<Result>) => Promise<Result>;

export function statementTaker(options: Types, send: Send): StatementTaker {
  return {
    options,
    unsafe: (text, parameters, unsafeOptions) => {
      // Parsed and described once per session: Drizzle itself asks for that only after `.prepare(name)`, and every
      // other statement would cost a round trip more.
      const prepare = text.length <= maxPreparedLength;
      const query = (client: postgres.Sql) => client.unsafe(text, parameters, { ...unsafeOptions, prepare });
      return {
        // biome-ignore lint/suspicious/noThenProperty: like a query of postgres.js it is sent when it is awaited
        then: (resolve, reject) => send(query).then(resolve, reject),
        values: () => send((client) => query(client).values()),
      };
    },
  };
}
