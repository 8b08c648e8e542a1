import { beforeEach, expect, it } from 'vitest';
import { systemIds } from '@/server/ids';
import { createHeartbeat, type Heartbeat } from './heartbeat';
import { type Hello, protocolVersion } from './hello';
import { createHandClock, type HandClock } from './testing/hand-clock';

let clock: HandClock;
let heartbeat: Heartbeat;
let lines: string[];
let answer: () => Promise<Hello>;

const hello: Hello = {
  airline: 'giro',
  version: '1',
  protocolVersion: 2,
  status: 'ready',
  logHead: { epoch: 1, seq: 7 },
};
const state = () => heartbeat.statusOf('giro').state;
const dead = () => Promise.reject(new Error('connect ECONNREFUSED'));

/** `seconds` beats, one second apart. */
async function beats(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    clock.advance(1_000);
    await heartbeat.beat('giro');
  }
}

beforeEach(() => {
  clock = createHandClock();
  lines = [];
  answer = () => Promise.resolve(hello);
  heartbeat = createHeartbeat({
    peers: ['giro', 'boreal'],
    sayHello: () => answer(),
    clock,
    ids: systemIds,
    log: (level, message, fields) => lines.push(`${level}: ${fields?.peer} ${message}`),
  });
});

it('takes a peer for offline until it answers', async () => {
  expect(heartbeat.statusOf('giro')).toEqual({ state: 'offline', lastHeardAt: null, logHead: null });
  await heartbeat.beat('giro');
  expect(heartbeat.statusOf('giro')).toEqual({
    state: 'live',
    lastHeardAt: clock.now(),
    logHead: hello.logHead,
  });
  expect(state()).toBe('live');
  expect(heartbeat.statusOf('boreal').state).toBe('offline');
});

it('goes from live over suspect to offline and back, and logs each change once', async () => {
  await heartbeat.beat('giro');
  answer = dead;
  await beats(2);
  expect(state()).toBe('live');
  await beats(1);
  expect(state()).toBe('suspect');
  await beats(1);
  expect(state()).toBe('suspect');
  await beats(1);
  expect(state()).toBe('offline');
  await beats(10);
  answer = () => Promise.resolve(hello);
  await beats(3);
  expect(state()).toBe('live');
  expect(lines).toEqual([
    'info: giro peer live',
    'warn: giro peer suspect',
    'warn: giro peer offline',
    'info: giro peer live',
  ]);
});

it('needs no beat to notice that time has passed', async () => {
  await heartbeat.beat('giro');
  clock.advance(2_999);
  expect(state()).toBe('live');
  clock.advance(1);
  expect(state()).toBe('suspect');
  clock.advance(2_000);
  expect(state()).toBe('offline');
});

it('counts an answer to any other call', async () => {
  answer = dead;
  await beats(6);
  heartbeat.heard('giro');
  expect(state()).toBe('live');
});

it('does not keep a dead peer live after the clock was set back', async () => {
  await heartbeat.beat('giro');
  answer = dead;
  clock.advance(-3_600_000);
  await beats(1);
  expect(state()).toBe('live');
  await beats(5);
  expect(state()).toBe('offline');
});

it('is not fooled by another airline behind the peer’s address', async () => {
  answer = () => Promise.resolve({ ...hello, airline: 'boreal' });
  await beats(1);
  expect(state()).toBe('offline');
});

it('understands the neighbouring protocol version only', async () => {
  answer = () => Promise.resolve({ ...hello, protocolVersion: protocolVersion + 2 });
  await beats(1);
  expect(state()).toBe('offline');
  answer = () => Promise.resolve({ ...hello, protocolVersion: protocolVersion + 1 });
  await beats(1);
  expect(state()).toBe('live');
});

it('beats each peer at once when started, once however often that is said, and not after it was stopped', async () => {
  let asked = 0;
  answer = () => {
    asked += 1;
    return dead();
  };
  heartbeat.start();
  heartbeat.start();
  heartbeat.stop();
  expect(asked).toBe(2);
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toBe(2);
});
