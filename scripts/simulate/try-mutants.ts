import type { Mutant } from '@/server/atomic-commit/mutants/mutant';
import { mutants } from '@/server/atomic-commit/mutants/mutants';
import type { SimulationArguments } from './arguments';
import { bundleSimulation } from './bundle';
import { playSchedules } from './play';
import type { Failure } from './share';

type Trial = { mutant: Mutant; caught: Failure | null; after: number; played: number };

/** Tries every mutant with at most so many schedules; 0 when each was caught. */
export async function tryMutants(wanted: SimulationArguments): Promise<number> {
  const survivors: Mutant[] = [];
  const tried = mutants.filter(({ name }) => !wanted.mutant || wanted.mutant.split(',').includes(name));
  for (const mutant of tried) {
    const trial = await tryMutant(mutant, wanted);
    if (!trial.caught) survivors.push(mutant);
    console.log(rowOf(trial));
  }
  for (const { name, bug } of survivors) console.log(`not caught: ${name}: ${bug}`);
  console.log(`${tried.length - survivors.length} passed, ${survivors.length} failed`);
  return survivors.length > 0 ? 1 : 0;
}

/** Plays schedules of a bundle that has this bug until one of them is broken by it. */
export async function tryMutant(
  mutant: Mutant,
  run: Pick<SimulationArguments, 'firstSeed' | 'schedules' | 'mode' | 'workers'>,
): Promise<Trial> {
  const bundle = await bundleSimulation(mutant);
  try {
    const { failed, played } = await playSchedules(bundle.file, { ...run, untilFailure: true });
    const caught = failed[0] ?? null;
    return { mutant, caught, after: caught ? caught.seed - run.firstSeed + 1 : played, played };
  } finally {
    await bundle.remove();
  }
}

function rowOf({ mutant, caught, after }: Trial): string {
  const verdict = caught ? `after ${after} schedules: ${caught.check}` : `SURVIVED ${after} schedules`;
  return `${mutant.name.padEnd(44)} ${verdict}`;
}
