import { StartFailure } from '@/scripts/start-failure';
import { parseChaosArguments, usage } from './arguments';
import { runMatrix } from './matrix/run-matrix';
import { runSoak } from './soak/run-soak';

/** `npm run chaos -- matrix …` or `… soak …`. Ends the process: 0 when nothing was found. */
export async function main(given: string[]): Promise<void> {
  process.exit(await run(given));
}

async function run(given: string[]): Promise<number> {
  try {
    const wanted = parseChaosArguments(given);
    if (wanted.kind === 'matrix') return (await runMatrix(wanted)) ? 0 : 1;
    if (wanted.kind === 'soak') return (await runSoak(wanted)) ? 0 : 1;
    console.log(usage);
    return 0;
  } catch (error) {
    console.error(error instanceof StartFailure ? `\n${error.message}` : error);
    return 1;
  }
}
