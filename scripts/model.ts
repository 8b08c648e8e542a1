import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { judge } from './model/judge';
import { search } from './model/search';
import { correctPlans, mutantPlans, type Plan } from './model/searches';

/**
 * `npm run model` searches the commit protocol's model exhaustively, then its mutants. `--full` allows four recovery
 * ballots instead of three. Exits 1 on an error, an incomplete search, a step never reached, or a surviving mutant.
 */
const model = fileURLToPath(new URL('../spec/commit-protocol.pml', import.meta.url));

async function main(): Promise<void> {
  const missing = ['spin', 'cc'].filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
  if (missing.length > 0) {
    console.log(`The model is skipped: ${missing.join(' and ')} is not installed.`);
    return;
  }
  const ballots = process.argv.includes('--full') ? 4 : 3;
  console.log('configuration, ballots            states  depth  errors  seconds');
  const plans = [...correctPlans(ballots), ...mutantPlans(await readFile(model, 'utf8'))];
  const waiting = [...plans];
  const failures: string[] = [];
  const work = async () => {
    for (let plan = waiting.shift(); plan; plan = waiting.shift()) {
      if (!(await succeeds(plan))) failures.push(nameOf(plan));
    }
  };
  await Promise.all([work(), work()]);
  const outcome = failures.length === 0 ? 'all as they must be' : `failed: ${failures.join(', ')}`;
  console.log(`${plans.length} searches, ${outcome}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

async function succeeds(plan: Plan): Promise<boolean> {
  const found = await search(model, plan);
  const fault = judge(plan, found);
  const numbers = [
    found.states.toLocaleString('en').padStart(12),
    String(found.depth).padStart(6),
    String(found.errors).padStart(7),
    found.seconds.toFixed(1).padStart(8),
  ];
  const verdict = fault ?? (plan.mutant === null ? 'holds' : 'caught');
  console.log(`${nameOf(plan).padEnd(28)}${numbers.join(' ')}  ${verdict}`);
  return fault === null;
}

function nameOf({ participants, ballots, mutant }: Plan): string {
  return mutant ?? `${participants}, ${ballots}`;
}

await main();
