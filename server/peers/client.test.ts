import { createServer, type RequestListener, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { freePort } from '@/scripts/postgres/ports';
import { waitUntil } from '@/scripts/wait-until';
import { systemClock } from '@/server/clock';
import { silentLog } from '@/server/log';
import { createPeers, type RunningPeers } from './client';
import { helloProcedure } from './hello';
import { generatePeerKey } from './keys';
import { definePeerProcedure } from './procedure';
import { createMembers } from './testing/members';
import { echoProcedure, moodProcedure, openPeerPair, type PeerPair } from './testing/peer-pair';

let pair: PeerPair;
/** Boreal as it must not be: each test says what it answers. */
let rogue: { peers: RunningPeers; server: Server; answer: RequestListener };

beforeAll(async () => {
  pair = await openPeerPair();
  const port = await freePort();
  const server = createServer((request, response) => rogue.answer(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { alliance, keys } = createMembers({ boreal: `http://127.0.0.1:${port}` });
  const peers = createPeers({ code: 'rumos', alliance, key: keys.rumos, clock: systemClock, log: silentLog });
  rogue = { peers, server, answer: () => undefined };
});

afterAll(async () => {
  await pair.close();
  rogue.peers.stop();
  rogue.server.closeAllConnections();
  rogue.server.close();
});

function unreachable(peer: string, reason: string | RegExp) {
  return expect.objectContaining({ name: 'PeerUnreachable', peer, reason: expect.stringMatching(reason) });
}

function callRogue(answer: RequestListener, timeoutMs?: number): Promise<unknown> {
  rogue.answer = answer;
  return rogue.peers.call('boreal', echoProcedure, { text: 'olá' }, { timeoutMs }).catch((error) => error);
}

/** Ends every `mood: wait` that is inside Giro's handler. */
function letThemGo(): void {
  for (const end of pair.waiting.splice(0)) end();
}

/** A complete answer as it stands on the wire. */
function answering(status: number, body: string, headers = {}): RequestListener {
  return (_request, response) => response.writeHead(status, headers).end(body);
}

it('brings question and answer across, signed, whatever letters are in them', async () => {
  const answer = await pair.rumos.call('giro', echoProcedure, { text: 'São José ✈ "12C"' });
  expect(answer).toEqual({ text: 'São José ✈ "12C"', caller: 'rumos' });
});

it('knows the other members in canonical order', () => {
  expect(pair.rumos.codes).toEqual(['giro', 'boreal']);
});

it('brings a refusal across with its details', async () => {
  await expect(pair.rumos.call('giro', moodProcedure, { mood: 'refuse' })).rejects.toMatchObject({
    name: 'Refusal',
    code: 'SEAT_TAKEN',
    details: { airline: 'giro', legId: 'giro:1:2026-12-01:GRU', seat: '12C' },
  });
});

it('takes a fault of the peer for no answer', async () => {
  const call = pair.rumos.call('giro', moodProcedure, { mood: 'fail' });
  await expect(call).rejects.toEqual(unreachable('giro', 'status 500 for mood'));
});

it('takes a closed door for no answer: the procedure never saw the request', async () => {
  const call = pair.rumos.call('giro', moodProcedure, { mood: 'distrust' });
  await expect(call).rejects.toEqual(unreachable('giro', 'refuses our signature'));
});

it('takes an unknown procedure for no answer', async () => {
  const unknown = definePeerProcedure({
    kind: 'query',
    name: 'nothing',
    input: z.object({}),
    output: z.object({}),
  });
  await expect(pair.rumos.call('giro', unknown, {})).rejects.toEqual(unreachable('giro', 'status 404'));
});

it('gives up after its time limit, and the connection’s next call is not harmed', async () => {
  const call = pair.rumos.call('giro', moodProcedure, { mood: 'wait' }, { timeoutMs: 50 });
  await expect(call).rejects.toEqual(unreachable('giro', 'nothing complete within 50 ms'));
  letThemGo();
  await expect(pair.rumos.call('giro', echoProcedure, { text: 'a' })).resolves.toMatchObject({ text: 'a' });
});

it('gives up on an answer that begins and never ends', async () => {
  const started: RequestListener = (_request, response) => void response.writeHead(200).write('{"result":');
  expect(await callRogue(started, 50)).toEqual(unreachable('boreal', 'nothing complete within 50 ms'));
});

it('reports a peer where nobody listens', async () => {
  const call = pair.rumos.call('boreal', echoProcedure, { text: 'a' });
  await expect(call).rejects.toEqual(unreachable('boreal', 'ECONNREFUSED'));
});

it.each([
  ['no JSON', answering(200, '<html>'), 'garbled'],
  ['another shape', answering(200, '{"result":{"data":{"text":7,"caller":"boreal"}}}'), 'garbled'],
  ['an empty answer', answering(200, ''), 'garbled'],
  [
    'a truncated answer',
    answering(200, '{"result":', { 'content-length': 500, connection: 'close' }),
    'aborted',
  ],
  ['a redirect', answering(307, '', { location: 'http://127.0.0.1:1/' }), 'status 307'],
  ['a fault that claims to be a refusal', answering(500, refusalBody('SEAT_TAKEN')), 'status 500'],
  ['a refusal that is on no list', answering(409, refusalBody('BAD_MOOD')), 'status 409'],
  ['an endless answer', answering(200, ' '.repeat(8_000_001)), 'larger than 8000000 bytes'],
])('takes %s for no answer', async (_what, listener, reason) => {
  expect(await callRogue(listener)).toEqual(unreachable('boreal', reason));
});

function refusalBody(code: string): string {
  return JSON.stringify({ error: { message: '', code: -32009, data: { passcom: { code } } } });
}

it('keeps its connections', async () => {
  const ports = new Set<number | undefined>();
  for (let call = 0; call < 5; call += 1) {
    await callRogue((request, response) => {
      ports.add(request.socket.remotePort);
      answering(200, '{}')(request, response);
    });
  }
  expect(ports.size).toBe(1);
});

it('lets prompt calls pass while all patient connections wait', async () => {
  // A caller of an earlier test that gave up may still be inside.
  letThemGo();
  const wait = () => pair.rumos.call('giro', moodProcedure, { mood: 'wait' }, { timeoutMs: 60_000 });
  const calls = Array.from({ length: 140 }, wait);
  expect(await waitUntil(() => pair.waiting.length >= 128, 15_000, 5)).toBe(true);
  const input = { airline: 'rumos', protocolVersion: 1, sentAt: '2026-11-20T12:00:00Z' } as const;
  const hello = pair.rumos.call('giro', helloProcedure, input, { timeoutMs: 15_000 });
  await expect(hello).resolves.toMatchObject({ airline: 'giro' });
  letThemGo();
  expect(await waitUntil(() => pair.waiting.length >= 12, 15_000, 5)).toBe(true);
  letThemGo();
  const answers = await Promise.all(calls);
  expect(answers.every(({ done }) => done)).toBe(true);
});

it('sees the peer live by its answers and refusals, without a heartbeat', async () => {
  const { rumos } = pair;
  await rumos.call('giro', moodProcedure, { mood: 'refuse' }).catch(() => undefined);
  expect(rumos.statusOf('giro').state).toBe('live');
  expect(rumos.statusOf('boreal')).toMatchObject({ state: 'offline', lastHeardAt: null });
});

it('sees the peer live by its heartbeat and learns how far its catalogue is', async () => {
  const { members } = pair;
  const boreal = createPeers({
    code: 'boreal',
    alliance: members.alliance,
    key: members.keys.boreal,
    clock: systemClock,
    log: silentLog,
  });
  boreal.start();
  const status = await waitUntil(
    () => boreal.statusOf('giro').lastHeardAt && boreal.statusOf('giro'),
    15_000,
    5,
  );
  boreal.stop();
  expect(status).toMatchObject({ state: 'live', logHead: { epoch: 1, seq: 3 } });
  expect(boreal.statusOf('rumos').state).toBe('offline');
});

it('refuses to start with a key that the alliance file does not pin, and to call itself', async () => {
  const { alliance } = pair.members;
  const parts = { code: 'rumos', alliance, clock: systemClock, log: silentLog } as const;
  expect(() => createPeers({ ...parts, key: generatePeerKey() })).toThrow(
    'not among the public keys of rumos',
  );
  await expect(pair.rumos.call('rumos', echoProcedure, { text: 'a' })).rejects.toThrow(
    'rumos is no peer of rumos',
  );
});
