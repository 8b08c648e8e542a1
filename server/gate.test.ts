import { afterEach, expect, it, vi } from 'vitest';
import { Gate } from './gate';

afterEach(() => void vi.useRealTimers());

const patient = { inside: 2, waiting: 100, waitMs: 60_000 };

/** Somebody who stays inside until told to leave. */
function visit(gate: Gate, name: string, inside: string[]) {
  let leave = () => {};
  const passed = gate.pass(
    () =>
      new Promise<string>((resolve) => {
        inside.push(name);
        leave = () => resolve(name);
      }),
  );
  return { passed, leave: () => leave() };
}

it('lets no more in at a time than there is room for, in order of arrival', async () => {
  const gate = new Gate(patient);
  const inside: string[] = [];
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => visit(gate, name, inside));
  await vi.waitFor(() => expect(inside).toEqual(['a', 'b']), { timeout: 15_000 });
  b?.leave();
  await vi.waitFor(() => expect(inside).toEqual(['a', 'b', 'c']), { timeout: 15_000 });
  a?.leave();
  await vi.waitFor(() => expect(inside).toEqual(['a', 'b', 'c', 'd']), { timeout: 15_000 });
  c?.leave();
  d?.leave();
  expect(await Promise.all([a?.passed, b?.passed, c?.passed, d?.passed])).toEqual(['a', 'b', 'c', 'd']);
});

it('turns away at once who would make the queue too long, and says when to come back', async () => {
  const gate = new Gate({ inside: 1, waiting: 1, waitMs: 60_000 });
  const inside: string[] = [];
  const first = visit(gate, 'first', inside);
  const second = visit(gate, 'second', inside);
  await expect(gate.pass(async () => 'third')).rejects.toMatchObject({
    code: 'OVERLOADED',
    details: { retryAfterSeconds: 2 },
  });
  await vi.waitFor(() => expect(inside).toEqual(['first']), { timeout: 15_000 });
  first.leave();
  await vi.waitFor(() => expect(inside).toEqual(['first', 'second']), { timeout: 15_000 });
  second.leave();
  expect(await gate.pass(async () => 'fourth')).toBe('fourth');
});

it('turns away who has waited too long, and does not count on them any more', async () => {
  const gate = new Gate({ inside: 1, waiting: 100, waitMs: 20 });
  const inside: string[] = [];
  const slow = visit(gate, 'slow', inside);
  await expect(gate.pass(async () => 'late')).rejects.toMatchObject({ code: 'OVERLOADED' });
  slow.leave();
  expect(await slow.passed).toBe('slow');
  expect(await gate.pass(async () => 'next')).toBe('next');
  expect(inside).toEqual(['slow']);
});

it('makes room when the work inside fails, and only once when somebody leaves twice', async () => {
  const gate = new Gate({ inside: 1, waiting: 0, waitMs: 0 });
  await expect(gate.pass(() => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
  const leave = await gate.enter();
  leave();
  leave();
  await gate.enter();
  await expect(gate.enter()).rejects.toMatchObject({ code: 'OVERLOADED' });
});

it('lets fewer in when the work inside is slow, and more again when it is quick', async () => {
  // Time passes in slow work alone, whatever this machine does meanwhile.
  vi.useFakeTimers({ toFake: ['performance'] });
  const gate = new Gate({ inside: 10, waiting: 100, waitMs: 60_000, pace: { least: 2, slowMs: 20 } });
  const most = async (work: () => Promise<void>, count: number) => {
    let inside = 0;
    let seen = 0;
    const visit = () =>
      gate.pass(async () => {
        seen = Math.max(seen, ++inside);
        await work();
        inside -= 1;
      });
    await Promise.all(Array.from({ length: count }, visit));
    return seen;
  };
  const quick = () => Promise.resolve();
  const slow = async () => {
    await new Promise(setImmediate);
    vi.advanceTimersByTime(30);
  };
  expect(await most(slow, 6)).toBe(6);
  await most(slow, 10);
  expect(await most(slow, 4)).toBe(2);
  await most(quick, 100);
  expect(await most(quick, 50)).toBe(10);
});
