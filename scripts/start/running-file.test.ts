import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findProcess, isRunning, ourselves, type ProcessIdentity } from '../process-identity';
import { readDeployment } from './deployment';
import { isSupervisedBy, readRunning, takeOver, writeRunning } from './running-file';

const folder = mkdtempSync(join(tmpdir(), 'passcom-running-'));
const [rumos] = readDeployment({ root: folder, environment: {}, only: null }).members;
if (!rumos) throw new Error('no member');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const gone: ProcessIdentity = { pid: process.pid, startedAt: 'before the last boot' };

function startSomething(): ProcessIdentity {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
  const identity = findProcess(child.pid ?? 0);
  if (!identity) throw new Error('it did not start');
  return identity;
}

test('an airline that another living npm start runs is left alone', async () => {
  const other = startSomething();
  const site = startSomething();
  writeRunning(rumos, { supervisor: other, site });
  await expect(takeOver(rumos, ourselves())).rejects.toThrow(/Rumos already runs at http:\/\/localhost:3001/);
  expect(isRunning(site)).toBe(true);
  process.kill(other.pid, 'SIGKILL');
  process.kill(site.pid, 'SIGKILL');
});

test('a site that a dead npm start left behind is stopped', async () => {
  const site = startSomething();
  writeRunning(rumos, { supervisor: gone, site });
  await takeOver(rumos, ourselves());
  expect(isRunning(site)).toBe(false);
  expect(isSupervisedBy(rumos, ourselves())).toBe(true);
});

test('a process that merely has the number of a former site is not touched', async () => {
  const innocent = startSomething();
  writeRunning(rumos, { supervisor: gone, site: { pid: innocent.pid, startedAt: 'long ago' } });
  await takeOver(rumos, ourselves());
  expect(isRunning(innocent)).toBe(true);
  expect(readRunning(rumos)?.site).toBeNull();
  process.kill(innocent.pid, 'SIGKILL');
});
