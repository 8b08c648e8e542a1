import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AnyRouter } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import type { Clock } from '@/server/clock';
import type { PeerContext } from '@/server/context';
import type { AirlineCode } from '@/server/domain/airline-code';
import type { Log } from '@/server/log';
import { answerMeta } from '@/server/trpc';
import { createDoor, type TurnedAway, type VerifyCaller } from './door';
import { createTokenBuckets } from './token-bucket';
import { turnAway } from './turn-away';

/** Two peers with all their connections (client.ts) and room for a restart of each. */
const maxConnections = 512;

/** A signed request is at most 1 MB over a private network; slower than this is stuck or hostile. */
const requestTimeoutMs = 10_000;
const headersTimeoutMs = 5_000;

/** Longer than the peers keep idle connections, so that they close first. */
const keepAliveTimeoutMs = 30_000;

/** Longer than any call waits at its owner. */
const drainMs = 5_000;

/** A flood of strangers must not fill the disk with lines about them. */
const strangersLogged = { perSecond: 1, burst: 20 };

export type PeerPortParts = {
  /** 0 takes a free one. */
  port: number;
  host: string;
  /** Its procedures are named `peer.…`. */
  router: AnyRouter;
  createContext(caller: AirlineCode): PeerContext;
  verify: VerifyCaller;
  clock: Clock;
  log: Log;
  /** Multiplies the allowance per caller; default 1. */
  rateLimitFactor?: number;
};

/** `close` refuses new requests, lets those under way finish for up to 5 s, and frees the port. */
export type PeerPort = { port: number; close(): Promise<void> };

/** Opens the door for the other airlines: only signed requests reach the router. Rejects when the port is taken. */
export async function listenForPeers(parts: PeerPortParts): Promise<PeerPort> {
  const underWay = new Set<ServerResponse>();
  const answer = answerer(parts);
  let draining = false;

  const server = createServer(serverLimits, (request, response) => {
    underWay.add(response);
    response.on('close', () => underWay.delete(response));
    if (draining) turnAway(response, { trpcCode: 'SERVICE_UNAVAILABLE', refusal: 'OVERLOADED' });
    else void answer(request, response);
  });
  server.maxConnections = maxConnections;
  await listening(server, parts);

  return {
    port: portOf(server),
    async close() {
      draining = true;
      for (const response of underWay) if (!response.headersSent) response.setHeader('connection', 'close');
      await closed(server);
    },
  };
}

const serverLimits = {
  requestTimeout: requestTimeoutMs,
  headersTimeout: headersTimeoutMs,
  keepAliveTimeout: keepAliveTimeoutMs,
  connectionsCheckingInterval: 1_000,
};

/** Answers one request; never rejects. */
function answerer(parts: PeerPortParts) {
  const { verify, clock, log, rateLimitFactor = 1 } = parts;
  const door = createDoor({ verify, clock, rateLimitFactor });
  const route = routeFor(parts);
  const logged = createTokenBuckets(strangersLogged);

  function logTurnedAway({ url, socket }: IncomingMessage, away: TurnedAway): void {
    if (!away.reason || !logged.take('turned away', clock.now())) return;
    log('warn', 'peer request turned away', { url, address: socket.remoteAddress, ...away });
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const admission = await door.admit(request);
      if ('caller' in admission) {
        // Nobody waits for it any more: to its sender it is lost, as any message may be, and we have less to do.
        if (response.closed) return admission.leave();
        response.on('close', admission.leave);
        return route(request, response, admission);
      }
      logTurnedAway(request, admission);
      turnAway(response, admission);
    } catch (cause) {
      // A sender that hung up while we read is no fault of ours; anything else here is.
      if (!request.complete) return void response.destroy();
      log('error', 'peer port failed', { url: request.url, cause });
      turnAway(response, { trpcCode: 'INTERNAL_SERVER_ERROR' });
    }
  };
}

type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  from: { caller: AirlineCode; body: string },
) => void;

/** tRPC's own Node adapter, given the body that was read and the caller that was proven. */
function routeFor({ router, createContext }: PeerPortParts): Route {
  const callers = new WeakMap<IncomingMessage, AirlineCode>();
  const handle = createHTTPHandler({
    router,
    allowMethodOverride: true,
    allowBatching: false,
    responseMeta: answerMeta,
    createContext: ({ req }) => createContext(provenCaller(callers, req)),
  });
  return (request, response, { caller, body }) => {
    callers.set(request, caller);
    handle(Object.assign(request, { body }), response);
  };
}

function provenCaller(callers: WeakMap<IncomingMessage, AirlineCode>, request: IncomingMessage): AirlineCode {
  const caller = callers.get(request);
  if (!caller) throw new Error('a peer request without a proven caller');
  return caller;
}

function listening(server: Server, { port, host }: PeerPortParts): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new Error(`peer port ${host}:${port}: ${cause.message}`, { cause })),
    );
    server.listen(port, host, resolve);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the peer port has no address');
  return address.port;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
  });
}
