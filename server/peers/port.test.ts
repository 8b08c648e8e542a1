import { connect } from 'node:net';
import { initTRPC } from '@trpc/server';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { waitUntil } from '@/scripts/wait-until';
import type { Airline } from '@/server/airline';
import { systemClock } from '@/server/clock';
import { silentLog } from '@/server/log';
import { listenForPeers } from './port';
import { signRequest } from './signature';
import { echoProcedure, moodProcedure, openPeerPair, type PeerPair } from './testing/peer-pair';

let pair: PeerPair;

beforeAll(async () => {
  pair = await openPeerPair();
});
afterEach(() => void vi.useRealTimers());
afterAll(() => pair.close());

type Sent = {
  path?: string;
  body?: string;
  method?: string;
  headers?: Record<string, string>;
  signedPath?: string;
};

/** A request signed by Rumos unless the headers say otherwise, sent with another client than our own. */
async function send({
  path = '/peer.echo',
  body = '{"text":"a"}',
  method = 'POST',
  headers,
  signedPath,
}: Sent) {
  const signer = { code: 'rumos', key: pair.members.keys.rumos } as const;
  const request = { to: 'giro', method, path: signedPath ?? path, body: Buffer.from(body) } as const;
  const authorization = await signRequest(signer, request, new Date());
  const response = await fetch(`${pair.url}${path}`, {
    method,
    body: method === 'GET' ? undefined : body,
    headers: { authorization, 'content-type': 'application/json', ...headers },
  });
  const content = JSON.parse((await response.text()) || 'null');
  return { status: response.status, content, passcom: content?.error?.data?.passcom };
}

it('lets a signed request through', async () => {
  expect(await send({})).toMatchObject({ status: 200, content: { result: { data: { caller: 'rumos' } } } });
});

it.each([
  ['unsigned', { authorization: '' }],
  ['signed with garbage', { authorization: 'Bearer a.b.c' }],
])('turns away a request that is %s, in the shape of a tRPC error', async (_what, headers) => {
  expect(await send({ headers })).toMatchObject({
    status: 401,
    content: {
      error: {
        code: -32001,
        data: { code: 'UNAUTHORIZED', httpStatus: 401, passcom: { code: 'PEER_UNTRUSTED' } },
      },
    },
  });
});

it('turns away a request signed for another path', async () => {
  expect(await send({ signedPath: '/peer.mood' })).toMatchObject({ status: 401 });
  expect(await send({ path: '/peer.echo?batch=1', signedPath: '/peer.echo' })).toMatchObject({ status: 401 });
});

it('says why in its own log only', async () => {
  pair.logged.length = 0;
  const { content } = await send({ signedPath: '/peer.mood' });
  expect(pair.logged).toEqual(['warn: peer request turned away another path']);
  expect(JSON.stringify(content)).not.toContain('path');
});

it.each([
  ['GET', { method: 'GET' }, 405],
  ['PUT', { method: 'PUT' }, 405],
  ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
  ['broken JSON', { body: '{' }, 400],
  ['an empty body', { body: '' }, 400],
  ['an unknown field', { body: '{"text":"a","more":1}' }, 400],
  ['bytes that are no UTF-8 text', { body: '\ud800' }, 400],
  ['an unknown procedure', { path: '/peer.nothing' }, 404],
  ['no procedure', { path: '/' }, 404],
  ['a procedure of Object', { path: '/peer.__proto__' }, 404],
  ['a bad escape', { path: '/peer.%zz' }, 400],
  ['a batch', { path: '/peer.echo,peer.echo?batch=1', body: '{"0":{"text":"a"},"1":{"text":"b"}}' }, 400],
])('answers %s with a 4xx', async (_what, sent, status) => {
  expect((await send(sent)).status).toBe(status);
});

it('turns away a body of more than a megabyte, and keeps answering', async () => {
  const text = 'x'.repeat(1_100_000);
  expect(await send({ body: JSON.stringify({ text }) })).toMatchObject({
    status: 413,
    passcom: { code: 'INPUT_INVALID' },
  });
  await expect(pair.rumos.call('giro', echoProcedure, { text })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  });
  expect((await send({})).status).toBe(200);
});

it('cuts off a body that does not stop', async () => {
  const head =
    'POST /peer.echo HTTP/1.1\r\nhost: a\r\nauthorization: b\r\ncontent-type: application/json\r\n';
  const chunk = Buffer.alloc(1_000_000, 'x');
  const socket = connect(pair.port.port, '127.0.0.1');
  const pump = (error?: Error | null) => void (error ?? socket.write(chunk, pump));
  socket.on('error', () => undefined).resume();
  socket.write(`${head}content-length: 1000000000\r\n\r\n`, pump);
  await new Promise((resolve) => socket.on('close', resolve));
  expect(socket.bytesWritten).toBeLessThan(100_000_000);
  expect((await send({})).status).toBe(200);
});

it('survives callers that hang up and callers that speak no HTTP', async () => {
  const lines = pair.logged.length;
  for (const start of [
    'POST /peer.echo HTTP/1.1\r\nhost: a\r\nauthorization: b\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    'hello\r\n\r\n',
  ]) {
    await new Promise<void>((resolve) => {
      const socket = connect(pair.port.port, '127.0.0.1', () => socket.end(start));
      socket
        .on('error', () => undefined)
        .on('close', () => resolve())
        .resume();
    });
  }
  expect((await send({})).status).toBe(200);
  expect(pair.logged.slice(lines)).toEqual([]);
});

it('limits what one caller may ask, and decisions have an allowance of their own', async () => {
  // No allowance grows meanwhile.
  vi.useFakeTimers({ toFake: ['Date'] });
  const strict = await openPeerPair({ rateLimitFactor: 0.001 });
  const echo = () => strict.rumos.call('giro', echoProcedure, { text: 'a' });
  await expect(Promise.all([echo(), echo()])).resolves.toHaveLength(2);
  await expect(echo()).rejects.toMatchObject({ name: 'Refusal', code: 'RATE_LIMITED' });
  vi.useRealTimers();
  strict.rumos.start();
  expect(await waitUntil(() => strict.rumos.statusOf('giro').logHead?.seq === 3, 15_000, 5)).toBe(true);
  await strict.close();
});

it('lets requests under way finish when it closes, takes no new ones, and frees the port', async () => {
  const closing = await openPeerPair();
  const underWay = closing.rumos.call('giro', moodProcedure, { mood: 'wait' });
  expect(await waitUntil(() => closing.waiting.length === 1, 15_000, 5)).toBe(true);
  const closed = closing.port.close();
  await expect(closing.rumos.call('giro', echoProcedure, { text: 'a' })).rejects.toMatchObject({
    name: 'PeerUnreachable',
  });
  closing.waiting[0]?.();
  await expect(underWay).resolves.toEqual({ done: true });
  await closed;
  await closing.close();
});

it('names the port that is taken', async () => {
  const second = listenForPeers({
    port: pair.port.port,
    host: '127.0.0.1',
    router: initTRPC.create().router({}),
    createContext: (caller) => ({ caller, airline: { code: 'giro' } as Airline }),
    verify: () => Promise.resolve('rumos'),
    clock: systemClock,
    log: silentLog,
  });
  await expect(second).rejects.toThrow(`peer port 127.0.0.1:${pair.port.port}: listen EADDRINUSE`);
});

it('keeps no room for callers that were gone before they were let in', async () => {
  const verdicts: (() => void)[] = [];
  let isSlow = true;
  const port = await listenForPeers({
    port: 0,
    host: '127.0.0.1',
    router: initTRPC.create().router({ peer: initTRPC.create().router({}) }),
    createContext: (caller) => ({ caller, airline: { code: 'giro' } as Airline }),
    verify: () =>
      new Promise((resolve) => (isSlow ? verdicts.push(() => resolve('rumos')) : resolve('rumos'))),
    clock: systemClock,
    log: silentLog,
  });
  const ask = async (authorization: string) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const response = await fetch(`http://127.0.0.1:${port.port}/peer.echo`, {
      method: 'POST',
      body: '{}',
      headers,
    });
    await response.text();
    return response.status;
  };
  const call =
    'POST /peer.echo HTTP/1.1\r\nhost: a\r\nauthorization: b\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}';
  const callers = Array.from({ length: 130 }, () => {
    const socket = connect(port.port, '127.0.0.1', () => socket.write(call));
    return socket;
  });
  expect(await waitUntil(() => verdicts.length === 130, 15_000, 5)).toBe(true);
  for (const caller of callers) caller.destroy();
  // By the time that it answers others, it knows who has hung up.
  for (let trip = 0; trip < 5; trip++) expect(await ask('')).toBe(401);
  for (const verdict of verdicts) verdict();
  isSlow = false;
  expect(await ask('signed')).toBe(404);
  await port.close();
});
