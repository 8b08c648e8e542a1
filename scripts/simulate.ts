import { simulationArguments } from './simulate/arguments';
import { simulate } from './simulate/simulate';
import { tryMutants } from './simulate/try-mutants';

/** `npm run simulate -- --help` says what it takes. */
const wanted = simulationArguments(process.argv.slice(2));
if (typeof wanted === 'string') {
  console.log(wanted);
  process.exitCode = 2;
} else {
  process.exitCode = wanted.mutants ? await tryMutants(wanted) : await simulate(wanted);
}
