import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { afterEach, expect, it, vi } from 'vitest';
import type { Airline } from './airline';
import type { SiteContext } from './context';
import { silentLog } from './log';
import { answerMeta, publicProcedure, siteRouter } from './trpc';

/** Calls to `slow` that are under way, each with the way out. */
const waiting: (() => void)[] = [];

const router = siteRouter({
  slow: publicProcedure.query(() => new Promise<string>((resolve) => waiting.push(() => resolve('done')))),
});

const context: SiteContext = {
  airline: { code: 'giro', log: silentLog } as Airline,
  session: null,
  address: '127.0.0.1',
  sameOrigin: true,
};

function ask(): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: new Request('http://site/api/trpc/slow'),
    router,
    createContext: () => context,
    allowBatching: false,
    responseMeta: answerMeta,
  });
}

afterEach(() => void vi.useRealTimers());

it('answers 503 and when to come back to a call that would wait more than two seconds', async () => {
  const inside = Array.from({ length: 80 }, ask);
  await vi.waitFor(() => expect(waiting).toHaveLength(80), { timeout: 15_000 });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const turnedAway = ask();
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1), { timeout: 15_000 });
  await vi.advanceTimersByTimeAsync(2_000);
  const late = await turnedAway;
  vi.useRealTimers();
  expect(late.status).toBe(503);
  expect(late.headers.get('retry-after')).toBe('2');
  expect(await late.json()).toMatchObject({
    error: { data: { passcom: { code: 'OVERLOADED', retryAfterSeconds: 2 } } },
  });
  for (const answer of waiting) answer();
  expect(new Set((await Promise.all(inside)).map(({ status }) => status))).toEqual(new Set([200]));
  const next = ask();
  await vi.waitFor(() => expect(waiting).toHaveLength(81), { timeout: 15_000 });
  waiting[80]?.();
  expect((await next).headers.has('retry-after')).toBe(false);
});
