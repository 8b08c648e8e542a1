import { parseArgs } from 'node:util';

export type SearchBenchArguments = {
  /** Of the seeded network; the dense one gets a share of them. */
  queries: number;
  /** Days on sale of both networks. */
  days: number;
  /** The least number of legs of the dense network; 0 leaves it out. */
  denseLegs: number;
  http: boolean;
  /** Whether the demo network is measured too; the dense one is made of it in any case. */
  seeded: boolean;
  /** Same seed, same networks and queries. */
  seed: number;
};

export const usage = `npm run bench:search -- [--quick] [--queries 2000] [--days 121] [--no-million] [--no-seeded] [--no-http] [--seed 5]

Compares the search index with other ways to the same answer, on the demo network and on a million legs, with a PostgreSQL of
its own. Exits with 1 when two ways disagree, never for a time. --quick: a part of everything. See bench/README.md.`;

const full = { queries: 2_000, days: 121, denseLegs: 1_000_000 };
const quick = { queries: 300, days: 30, denseLegs: 150_000 };

/** Throws with the usage for anything that cannot be run. */
export function parseArguments(given: string[]): SearchBenchArguments {
  const { values } = parseArgs({
    args: given,
    options: {
      quick: { type: 'boolean', default: false },
      queries: { type: 'string' },
      days: { type: 'string' },
      seed: { type: 'string' },
      'no-million': { type: 'boolean', default: false },
      'no-seeded': { type: 'boolean', default: false },
      'no-http': { type: 'boolean', default: false },
    },
  });
  const usual = values.quick ? quick : full;
  return {
    queries: wholeNumber(values.queries, { usual: usual.queries, min: 20, max: 100_000 }),
    days: wholeNumber(values.days, { usual: usual.days, min: 10, max: 365 }),
    denseLegs: values['no-million'] ? 0 : usual.denseLegs,
    http: !values['no-http'],
    seeded: !values['no-seeded'],
    seed: wholeNumber(values.seed, { usual: 5, min: 0, max: 2 ** 31 }),
  };
}

type Range = { usual: number; min: number; max: number };

function wholeNumber(text: string | undefined, { usual, min, max }: Range): number {
  const value = Number(text ?? usual);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new Error(`${text} is no whole number from ${min} to ${max}.\n\n${usage}`);
}
