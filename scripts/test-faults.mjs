// npm run test:faults: installs what is missing, then hands over to test-faults.ts in this same process.
import { prepareCheckout } from './install.mjs';

await prepareCheckout();
const { main } = await import('./test-faults.ts');
await main();
