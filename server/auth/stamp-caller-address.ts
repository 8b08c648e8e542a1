import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Appends the other end of the connection to `X-Forwarded-For` of every request, as a proxy would. Next keeps whatever
 * the client wrote there, so without this a client could choose its own address and no limit per address would hold.
 * Called once, when the process starts.
 */
export function stampCallerAddress(): void {
  subscribe('http.server.request.start', (message) =>
    stamp((message as { request: IncomingMessage }).request),
  );
}

function stamp(request: IncomingMessage): void {
  const address = request.socket.remoteAddress;
  if (!address) return;
  const forwarded = request.headers['x-forwarded-for'];
  request.headers['x-forwarded-for'] = forwarded ? `${String(forwarded)}, ${address}` : address;
}
