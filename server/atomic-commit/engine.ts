import type { Airline } from '../airline';
import { inCanonicalOrder } from '../domain/airline-code';
import type { Pause } from './pause';
import type { Self } from './transaction';
import type { TransactionLog } from './transaction-log';
import type { Work } from './work';

/** What the engine needs of an airline. */
export type EngineAirline = Pick<Airline, 'code' | 'peers' | 'clock' | 'ids' | 'log' | 'stopping'>;

/** An airline together with the work that its global transactions do and the store that remembers them. */
export type Engine = {
  airline: EngineAirline;
  work: Work;
  transactionLog: TransactionLog;
  /** Throws a `Refusal` while this airline may have forgotten how it voted; absent where nothing is ever forgotten. */
  requireMemory?(globalTransactionId: string): Promise<void>;
  /** What passes time here: real time when absent. */
  pause?: Pause;
};

/** This airline among the members of its alliance, in canonical order. */
export function selfOf({ airline }: Engine): Self {
  return { airline: airline.code, members: inCanonicalOrder([airline.code, ...airline.peers.codes]) };
}
