import { createServer } from 'node:net';

/** True when nothing listens on this port. An address that the machine does not have (no IPv6) counts as free. */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code !== 'EADDRINUSE' && code !== 'EACCES'),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Between the ports that npm start takes and 32768, above which outgoing connections get theirs. */
const throwAwayPorts = { first: 20_000, count: 10_000 };

/** A free port for something that lives as long as this process; concurrent runs start looking at different places. */
export async function freePort(): Promise<number> {
  const start = (process.pid * 37) % throwAwayPorts.count;
  for (let step = 0; step < throwAwayPorts.count; step += 1) {
    const port = throwAwayPorts.first + ((start + step) % throwAwayPorts.count);
    if (await isPortFree(port)) return port;
  }
  throw new Error('no free port between 20000 and 29999');
}
