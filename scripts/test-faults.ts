import { program, runSteps, type Step } from './run-steps';

const tsx = (name: string, ...given: string[]): Step => ({ name, ...program('tsx/dist/cli.mjs', ...given) });

/** A share of every fault suite that ends within 20 minutes on two cores; each is run at length by its own command. */
const steps: Step[] = [
  tsx('model', 'scripts/model.ts'),
  tsx('simulator', 'scripts/simulate.ts', '--schedules', '200000'),
  tsx('mutants', 'scripts/simulate.ts', '--mutants'),
  tsx('kill matrix', 'scripts/chaos.ts', 'matrix', '--cells', '48', '--lanes', '2'),
  tsx('soak', 'scripts/chaos.ts', 'soak', '--minutes', '1'),
  tsx('replication', 'scripts/chaos.ts', 'replication', '--share'),
  tsx('contests', 'scripts/chaos.ts', 'contests'),
  tsx('amnesia', 'scripts/chaos.ts', 'amnesia'),
];

/** `npm run test:faults`, once everything is installed: what must survive crashes, lost messages and lost memory. */
export async function main(): Promise<void> {
  process.exitCode = await runSteps([[steps]]);
}
