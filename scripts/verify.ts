import { runSteps } from './run-steps';
import { verifyLanes } from './verify-steps';

process.exitCode = await runSteps([verifyLanes]);
