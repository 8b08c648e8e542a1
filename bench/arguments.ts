import { parseArgs } from 'node:util';

export type BenchArguments = {
  /** How many airlines sell a part of one purchase, a block of the table each. */
  airlines: number[];
  /** Purchases under way at once, a line of the table each. */
  concurrency: number[];
  /** Measured seconds per line and side. */
  seconds: number;
  /** Into how many turns those seconds are divided: site, direct, site, direct … */
  rounds: number;
  /** Skips the counting of commits and messages. */
  counts: boolean;
  /** Where each site writes a CPU profile of the timed part, or null. */
  profileFolder: string | null;
};

export const usage = `npm run bench:purchase -- [--airlines 1,2,3] [--concurrency 1,8,32] [--seconds 6] [--rounds 2] [--no-counts] [--profile FOLDER]

Starts three airlines of its own (ports of npm start + 500, data in .data/bench, emptied first) and buys. See bench/README.md.`;

/** Throws with the usage for anything that cannot be run. */
export function parseArguments(given: string[]): BenchArguments {
  const { values } = parseArgs({
    args: given,
    options: {
      airlines: { type: 'string', default: '1,2,3' },
      concurrency: { type: 'string', default: '1,8,32' },
      seconds: { type: 'string', default: '6' },
      rounds: { type: 'string', default: '2' },
      'no-counts': { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  });
  return {
    airlines: values.airlines.split(',').map((text) => wholeNumber(text, 3)),
    concurrency: values.concurrency.split(',').map((text) => wholeNumber(text, 256)),
    seconds: wholeNumber(values.seconds, 600),
    rounds: wholeNumber(values.rounds, 20),
    counts: !values['no-counts'],
    profileFolder: values.profile ?? null,
  };
}

function wholeNumber(text: string, max: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= max) return value;
  throw new Error(`${text} is no whole number from 1 to ${max}.\n\n${usage}`);
}
