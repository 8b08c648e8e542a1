import { siteRouter } from '../trpc';
import { accountRouter } from './site-account';
import { bookingRouter } from './site-booking';
import { inventoryRouter } from './site-inventory';
import { liveRouter } from './site-live';
import { searchRouter } from './site-search';

/** The public site's procedures, at `/api/trpc`. */
export const siteProcedures = siteRouter({
  account: accountRouter,
  booking: bookingRouter,
  inventory: inventoryRouter,
  live: liveRouter,
  search: searchRouter,
});

export type SiteRouter = typeof siteProcedures;
