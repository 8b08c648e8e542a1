import { StartFailure } from '@/scripts/start-failure';
import { type ChaosArguments, parseChaosArguments, usage } from './arguments';
import { runMatrix } from './matrix/run-matrix';
import { playAmnesia, playContests } from './plays';
import { runReplication } from './replication/run-replication';
import { runSoak } from './soak/run-soak';

/** `npm run chaos -- …`: see `usage`. Ends the process: 0 when nothing was found. */
export async function main(given: string[]): Promise<void> {
  process.exit(await run(given));
}

async function run(given: string[]): Promise<number> {
  try {
    return (await carryOut(parseChaosArguments(given))) ? 0 : 1;
  } catch (error) {
    console.error(error instanceof StartFailure ? `\n${error.message}` : error);
    return 1;
  }
}

/** True when no promise was broken. */
async function carryOut(wanted: ChaosArguments): Promise<boolean> {
  switch (wanted.kind) {
    case 'matrix':
      return runMatrix(wanted);
    case 'soak':
      return runSoak(wanted);
    case 'replication':
      return runReplication(wanted);
    case 'contests':
      return playContests(wanted.repeat);
    case 'amnesia':
      return playAmnesia();
    default:
      console.log(usage);
      return true;
  }
}
