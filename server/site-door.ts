import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Airline } from './airline';
import { purchaseGateOf } from './booking/admit-purchase';
import { isRefusal } from './errors';
import type { Gate } from './gate';
import { turnAway } from './peers/turn-away';

/** Calls that wait for their turn to buy. */
const purchaseCalls = /^\/api\/trpc\/booking\.(purchase|cancel)(\?|$)/;

type Arrival = { request: IncomingMessage; response: ServerResponse; server: Server };

/**
 * Lets purchases wait for their turn before Next has touched them: reading and checking five hundred at once would keep
 * the process from answering its peers for seconds, and the purchases under way would fail for it. A waiting one is a
 * socket and some headers. Called once, when the process starts; Next has no place for this.
 */
export function queuePurchases(airline: Airline): void {
  const seen = new WeakSet<Server>();
  subscribe('http.server.request.start', (message) => {
    const { server } = message as Arrival;
    if (seen.has(server)) return;
    seen.add(server);
    // Its first request has been announced, but not yet given to its listeners.
    standBefore(server, purchaseGateOf(airline));
  });
}

/** Takes the place of the server's listeners, which get a purchase when the gate lets it in and all else at once. */
export function standBefore(server: Server, gate: Gate): void {
  const behind = server.listeners('request');
  const pass = (request: IncomingMessage, response: ServerResponse) => {
    for (const listener of behind) listener.call(server, request, response);
  };
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (request.method !== 'POST' || !purchaseCalls.test(request.url ?? '')) return pass(request, response);
    void letIn(gate, response, () => pass(request, response));
  });
}

async function letIn(gate: Gate, response: ServerResponse, pass: () => void): Promise<void> {
  try {
    const leave = await gate.enter();
    // Nothing was begun, and nobody is there to be told.
    if (response.closed) return leave();
    response.on('close', leave);
    pass();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    turnAway(response, { trpcCode: 'SERVICE_UNAVAILABLE', refusal: error.code });
  }
}
