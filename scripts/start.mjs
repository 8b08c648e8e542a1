// npm start: installs what is missing, then hands over to start.ts in this same process.
import { prepareCheckout } from './install.mjs';

await prepareCheckout();
const { main } = await import('./start.ts');
await main(process.argv.slice(2));
