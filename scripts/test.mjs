// npm test: installs what is missing, then hands over to test.ts in this same process.
import { prepareCheckout } from './install.mjs';

await prepareCheckout();
const { main } = await import('./test.ts');
await main();
