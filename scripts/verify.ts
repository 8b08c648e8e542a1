import { runSteps } from './run-steps';
import { verifySteps } from './verify-steps';

process.exitCode = await runSteps(verifySteps);
