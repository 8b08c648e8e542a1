import { randomInt, randomUUID } from 'node:crypto';

/** Identifiers and randomness as a dependency: a test passes a sequence and gets the same history again. */
export type Ids = {
  uuid(): string;
  /** Uniform in 0 … bound − 1. */
  randomIndex(bound: number): number;
};

export const systemIds: Ids = { uuid: randomUUID, randomIndex: (bound) => randomInt(bound) };
