import { ballotMutants } from './ballot-mutants';
import { coordinatorMutants } from './coordinator-mutants';
import type { Mutant } from './mutant';
import { storeMutants } from './store-mutants';
import { voteMutants } from './vote-mutants';

/** Every known bug that the simulation must catch. */
export const mutants: readonly Mutant[] = [
  ...voteMutants,
  ...coordinatorMutants,
  ...ballotMutants,
  ...storeMutants,
];
