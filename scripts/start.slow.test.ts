import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const dataFolder = mkdtempSync(join(tmpdir(), 'passcom-start-'));

afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

/** Runs `npm start` without npm, away from everybody's data and ports. */
async function start(given: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...given], {
    env: { ...process.env, PASSCOM_DATA_DIR: dataFolder, PASSCOM_PORT_OFFSET: '900', ...environment },
  });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const [status] = await once(child, 'exit');
  return { status, said: said.trim() };
}

test('a port in use is named with its airline and its variable, and nothing is started', async () => {
  const other = createServer().listen(0);
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { status, said } = await start([], { GIRO_PORT: String(port) });
  other.close();
  expect(status).toBe(1);
  expect(said).toBe(
    `Port ${port} for the site of Giro is taken by another program: stop it, or set GIRO_PORT to a free one.`,
  );
  expect(existsSync(join(dataFolder, 'pg18'))).toBe(false);
  expect(readdirSync(join(dataFolder, 'running'))).toEqual([]);
});

test('an unknown airline is one sentence and exit code 1', async () => {
  expect(await start(['--only', 'azul'])).toEqual({
    status: 1,
    said: '--only azul: there are rumos, giro, boreal.',
  });
});

test('--help explains and succeeds', async () => {
  const { status, said } = await start(['--help']);
  expect(status).toBe(0);
  expect(said).toContain('npm start -- --only rumos');
});
