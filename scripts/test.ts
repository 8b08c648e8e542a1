import { type Lane, program, runSteps } from './run-steps';
import { verifyLanes } from './verify-steps';

/** One after the other: each takes all of two cores. */
const lane: Lane = [
  { name: 'slow tests', ...program('vitest/vitest.mjs', 'run', '--project', 'slow') },
  {
    name: 'search by brute force',
    ...program('vitest/vitest.mjs', 'run', '--project', 'unit', 'server/search'),
    environment: { SEARCH_RUNS: '20000' },
  },
  { name: 'database tests', ...program('vitest/vitest.mjs', 'run', '--project', 'pg') },
  { name: 'whole runs', ...program('@playwright/test/cli.js', 'test') },
  { name: 'a taste of kills', ...program('tsx/dist/cli.mjs', 'scripts/chaos.ts', 'matrix', '--cells', '4') },
];

/** `npm test`, once everything is installed: all that has to hold before a change lands. */
export async function main(): Promise<void> {
  process.exitCode = await runSteps([verifyLanes, [lane]]);
}
