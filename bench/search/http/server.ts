import { createHTTPServer } from '@trpc/server/adapters/standalone';
import postgres from 'postgres';
import { freePort } from '@/scripts/postgres/ports';
import { searchRouter } from '@/server/routers/site-search';
import { getCatalogueIndex } from '@/server/search/catalogue-index';
import { searchQuerySchema } from '@/server/search/search-query';
import { publicProcedure, siteRouter } from '@/server/trpc';
import { benchAirline } from './bench-airline';
import { searchByJoin } from './search-by-join';

/** As many connections as the site has (`db/client.ts`). */
const poolSize = 12;

/** What the parent process is told once the server listens. */
export type ServerReady = { port: number; indexReadMs: number };

/**
 * The child process of `measure-http.ts`: one server with the site's own search procedures and, beside them, the join
 * behind the same door. The database's URL is its only argument.
 */
async function serve(databaseUrl: string): Promise<ServerReady> {
  const airline = benchAirline(databaseUrl);
  const sql = postgres(databaseUrl, { max: poolSize, onnotice: () => undefined });
  const begunAt = performance.now();
  await getCatalogueIndex(airline);
  const indexReadMs = performance.now() - begunAt;
  const router = siteRouter({
    search: searchRouter,
    join: siteRouter({
      itineraries: publicProcedure
        .input(searchQuerySchema)
        .query(({ input }) => searchByJoin(airline, sql, input)),
    }),
  });
  const server = createHTTPServer({
    router,
    createContext: () => ({ airline, session: null, address: '127.0.0.1', sameOrigin: true }),
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { port, indexReadMs };
}

serve(process.argv[2] ?? '').then(
  (ready) => process.send?.(ready),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
// A parent that is gone needs no server.
process.once('disconnect', () => process.exit(0));
