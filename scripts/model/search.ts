import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parsePan, type Search } from './parse-pan';
import { definitionsOf, type Plan } from './searches';

const run = promisify(execFile);

/** Safety only (assertions and end states), no reduction, at most 8 GB. */
const compilerOptions = ['-DSAFETY', '-DNOREDUCE', '-DMEMLIM=8192', '-w'];

/** Generates, compiles and runs the verifier in a folder of its own. A failed assertion is a result, not an error. */
export async function search(model: string, plan: Plan): Promise<Search> {
  const folder = await mkdtemp(join(tmpdir(), 'passcom-model-'));
  try {
    await run('spin', ['-a', ...definitionsOf(plan), model], { cwd: folder });
    await run('cc', [optimizationFor(plan), ...compilerOptions, '-o', 'pan', 'pan.c'], { cwd: folder });
    const size = plan.ballots > 2 ? '-w24' : '-w18';
    const { stdout } = await run(join(folder, 'pan'), ['-m10000', size], {
      cwd: folder,
      maxBuffer: 64 * 1024 * 1024,
    });
    return parsePan(stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The verifier is one huge function: up to 30 s to optimise fully, which only the longest searches pay back. */
function optimizationFor({ ballots }: Plan): string {
  if (ballots > 3) return '-O2';
  return ballots === 3 ? '-O1' : '-O0';
}
