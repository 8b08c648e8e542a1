import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { commandLineOf, findProcess, isAlive, isRunning, ourselves } from './process-identity';

test('we are alive and stay the same process', () => {
  expect(isAlive(process.pid)).toBe(true);
  expect(ourselves()).toEqual(ourselves());
  expect(commandLineOf(process.pid)).toContain('node');
});

test('a later process with the same number is another one', () => {
  expect(isRunning({ pid: process.pid, startedAt: 'before the last boot' })).toBe(false);
});

test('an ended process is not found', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  const identity = findProcess(child.pid ?? 0);
  expect(identity && isRunning(identity)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(identity && isRunning(identity)).toBe(false);
});
