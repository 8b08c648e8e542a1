import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { siteProcedures } from '@/server/routers/site';
import { createSiteContext } from '@/server/routers/site-context';
import { answerMeta } from '@/server/trpc';

/** The public procedures for the site's own pages and for programs: plain JSON, one call a request. */
function handle(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: siteProcedures,
    createContext: () => createSiteContext(request),
    allowBatching: false,
    responseMeta: answerMeta,
  });
}

export { handle as GET, handle as POST };
