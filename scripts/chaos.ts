import { separateFromOtherRuns } from '../e2e/chaos/own-alliance';

// Before anything else is loaded: which ports and data are meant is read once.
separateFromOtherRuns(process.env);
const { main } = await import('../e2e/chaos/main');
await main(process.argv.slice(2));
