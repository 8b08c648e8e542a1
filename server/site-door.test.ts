import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { waitUntil } from '@/scripts/wait-until';
import { Gate } from './gate';
import { standBefore } from './site-door';

const purchase = '/api/trpc/booking.purchase';

let server: Server;
/** Answers of the site that are not given yet, by path. */
let inside: { path: string; answer(): void }[];
/** How many requests have come to the door, let in or not. */
let came: number;

beforeEach(async () => {
  inside = [];
  came = 0;
  server = createServer((request, response: ServerResponse) => {
    inside.push({ path: request.url ?? '', answer: () => response.end(request.url) });
  });
  standBefore(server, new Gate({ inside: 1, waiting: 2, waitMs: 60_000 }));
  server.on('request', () => {
    came += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const { answer } of inside) answer();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function send(path: string, init: RequestInit = { method: 'POST', body: '{}' }): Promise<Response> {
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);
}

async function arrived(...paths: string[]): Promise<void> {
  await waitUntil(() => inside.length >= paths.length, 15_000, 5);
  expect(inside.map(({ path }) => path)).toEqual(paths);
}

it('lets purchases and cancellations in one after the other, with body and all', async () => {
  const first = send(purchase);
  await arrived(purchase);
  const second = send('/api/trpc/booking.cancel?x=1');
  const other = send('/api/trpc/booking.list', { method: 'GET' });
  await arrived(purchase, '/api/trpc/booking.list');
  inside[0]?.answer();
  expect((await first).status).toBe(200);
  await arrived(purchase, '/api/trpc/booking.list', '/api/trpc/booking.cancel?x=1');
  for (const { answer } of inside) answer();
  expect([(await second).status, (await other).status]).toEqual([200, 200]);
});

it('says in the shape of every refusal, and with a time, when the queue is full', async () => {
  const waiting = Array.from({ length: 3 }, () => send(purchase).then(({ status }) => status));
  expect(await waitUntil(() => came === 3, 15_000, 5)).toBe(true);
  await arrived(purchase);
  const turnedAway = await send(purchase);
  expect(turnedAway.status).toBe(503);
  expect(turnedAway.headers.get('retry-after')).toBe('1');
  expect(await turnedAway.json()).toMatchObject({
    error: {
      message:
        'Estamos com muitos pedidos neste momento. Nada foi vendido; tente de novo em alguns segundos.',
      data: { code: 'SERVICE_UNAVAILABLE', httpStatus: 503, passcom: { code: 'OVERLOADED' } },
    },
  });
  for (const count of [1, 2, 3]) {
    await waitUntil(() => inside.length >= count, 15_000, 5);
    inside[count - 1]?.answer();
  }
  expect(await Promise.all(waiting)).toEqual([200, 200, 200]);
});

it('forgets a purchase whose sender has gone while it waited: nothing was begun', async () => {
  const first = send(purchase);
  await arrived(purchase);
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1', () =>
    socket.write(`POST ${purchase}?gone HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\n\r\n{}`),
  );
  const connections = () =>
    new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count)));
  expect(await waitUntil(async () => (await connections()) === 2, 15_000, 5)).toBe(true);
  socket.destroy();
  expect(await waitUntil(async () => (await connections()) === 1, 15_000, 5)).toBe(true);
  inside[0]?.answer();
  expect((await first).status).toBe(200);
  const next = send(purchase);
  await arrived(purchase, purchase);
  inside[1]?.answer();
  expect((await next).status).toBe(200);
});
