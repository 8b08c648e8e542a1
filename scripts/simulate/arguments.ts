import { parseArgs } from 'node:util';
import type { ModeWanted } from '@/server/atomic-commit/simulation/mode';

export type SimulationArguments = {
  schedules: number;
  firstSeed: number;
  mode: ModeWanted;
  workers: number;
  mutant: string | null;
  mutants: boolean;
  isWritten: boolean;
};

export const usage = `npm run simulate -- [options]
  --schedules N      how many schedules (20000)
  --seed S           the first one's seed; each next one has the next seed (1)
  --mode M           safety: faults to the end; liveness: they stop and all must finish; both: by the seed (both)
  --workers W        threads (2)
  --trace            writes down what happens: --seed S --schedules 1 --trace
  --mutant NAME      with this bug put into the sources
  --mutants          tries every mutant and fails if one is not caught`;

const options = {
  schedules: { type: 'string', default: '20000' },
  seed: { type: 'string', default: '1' },
  mode: { type: 'string', default: 'both' },
  workers: { type: 'string', default: '2' },
  mutant: { type: 'string' },
  mutants: { type: 'boolean', default: false },
  trace: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** What the command line asks for, or what to tell whoever typed it. */
export function simulationArguments(args: string[]): SimulationArguments | string {
  try {
    const { values } = parseArgs({ args, options });
    const { schedules, seed, mode, workers } = values;
    const numbers = [schedules, seed, workers].map(Number);
    if (values.help || numbers.some((each) => !Number.isInteger(each) || each < 0) || !isMode(mode))
      return usage;
    return {
      schedules: Number(schedules),
      firstSeed: Number(seed),
      mode,
      workers: Number(workers),
      mutant: values.mutant ?? null,
      mutants: values.mutants,
      isWritten: values.trace,
    };
  } catch (error) {
    return `${error instanceof Error ? error.message : error}\n\n${usage}`;
  }
}

function isMode(text: string): text is ModeWanted {
  return text === 'safety' || text === 'liveness' || text === 'both';
}
