import { createTRPCClient, httpLink } from '@trpc/client';
import type { SiteRouter } from '@/server/routers/site';

/** This site's procedures for islands in the browser: plain JSON over HTTP, one call a request. */
export const siteClient = createTRPCClient<SiteRouter>({ links: [httpLink({ url: '/api/trpc' })] });
