import { fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServerReady } from './server';

export type RunningServer = ServerReady & { stop(): Promise<void> };

/**
 * Starts `server.ts`, which lies beside this file once both are bundled, in a process of its own: asking and answering do
 * not share an event loop.
 */
export async function startServer(databaseUrl: string): Promise<RunningServer> {
  const program = join(dirname(fileURLToPath(import.meta.url)), 'server.mjs');
  const child = fork(program, [databaseUrl]);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = await new Promise<ServerReady>((resolve, reject) => {
    child.once('message', (message) => resolve(message as ServerReady));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.once('error', reject);
  });
  return {
    ...ready,
    stop: () => {
      child.disconnect();
      return ended;
    },
  };
}
