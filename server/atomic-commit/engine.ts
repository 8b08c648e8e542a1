import type { Airline } from '../airline';
import { airlineCodes } from '../domain/airline-code';
import type { Pause } from './pause';
import type { Self } from './transaction';
import type { Work } from './work';

/** An airline together with the work that its global transactions do. */
export type Engine = {
  airline: Airline;
  work: Work;
  /** What passes time here: real time when absent. */
  pause?: Pause;
};

/** This airline among the members of its alliance. */
export function selfOf({ airline }: Engine): Self {
  const members = new Set([airline.code, ...airline.peers.codes]);
  return { airline: airline.code, members: airlineCodes.filter((code) => members.has(code)) };
}
