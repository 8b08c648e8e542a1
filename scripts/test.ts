import { program, runSteps, type Step } from './run-steps';
import { verifySteps } from './verify-steps';

const steps: Step[] = [
  ...verifySteps,
  { name: 'database tests', ...program('vitest/vitest.mjs', 'run', '--project', 'pg') },
  { name: 'whole runs', ...program('@playwright/test/cli.js', 'test') },
  { name: 'a taste of kills', ...program('tsx/dist/cli.mjs', 'scripts/chaos.ts', 'matrix', '--cells', '4') },
];

/** `npm test`, once everything is installed: all that has to hold before a change lands. */
export async function main(): Promise<void> {
  process.exitCode = await runSteps(steps);
}
