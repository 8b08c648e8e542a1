import { mutants } from '@/server/atomic-commit/mutants/mutants';
import { neverSeen } from '@/server/atomic-commit/simulation/required-coverage';
import type { SimulationArguments } from './arguments';
import { bundleSimulation } from './bundle';
import { playSchedules, type RunResult } from './play';

const reportEveryMs = 10_000;

/** Plays schedules and reports; 0 when nothing was broken and, in a full run, nothing was left out. */
export async function simulate(wanted: SimulationArguments): Promise<number> {
  const mutant = wanted.mutant ? mutantCalled(wanted.mutant) : null;
  const bundle = await bundleSimulation(mutant);
  try {
    const startedAt = performance.now();
    const perSecond = ({ played }: RunResult) =>
      Math.round((played * 1_000) / (performance.now() - startedAt));
    let reportedAt = startedAt;
    const onProgress = (result: RunResult) => {
      if (performance.now() - reportedAt < reportEveryMs) return;
      reportedAt = performance.now();
      console.log(`${result.played} schedules, ${perSecond(result)}/s, ${result.failed.length} failed`);
    };
    const result = await playSchedules(bundle.file, { ...wanted, onProgress });
    report(result, perSecond(result));
    const isMixed = wanted.mode === 'both' && !mutant;
    const missed = isMixed ? neverSeen(result.counts, wanted.schedules) : [];
    for (const name of missed) console.log(`never happened: ${name}`);
    return result.failed.length + missed.length > 0 ? 1 : 0;
  } finally {
    await bundle.remove();
  }
}

function mutantCalled(name: string) {
  const mutant = mutants.find((each) => each.name === name);
  if (!mutant)
    throw new Error(`no mutant ${name}; there are: ${mutants.map((each) => each.name).join(', ')}`);
  return mutant;
}

function report({ played, events, counts, failed, hash, lines }: RunResult, perSecond: number): void {
  for (const line of lines) console.log(line);
  const rows = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [name, times] of rows) console.log(`${String(times).padStart(9)}  ${name}`);
  for (const { seed, mode, check, detail } of failed.slice(0, 10))
    console.log(
      `seed ${seed} (${mode}): ${check}: ${detail}\n  npm run simulate -- --seed ${seed} --schedules 1 --trace`,
    );
  console.log(
    `${played} schedules, ${events} events, ${perSecond} schedules/s, fingerprint ${hash.toString(16)}`,
  );
  console.log(`${played - failed.length} passed, ${failed.length} failed`);
}
