import type { IncomingMessage } from 'node:http';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server';
import type { Clock } from '@/server/clock';
import type { AirlineCode } from '@/server/domain/airline-code';
import { isRefusal, type RefusalCode } from '@/server/errors';
import { type Lane, laneOf } from './lane';
import { readRequestBody } from './request-body';
import type { RequestToSign } from './signature';
import { createTokenBuckets } from './token-bucket';

/** A PREPARE for nine passengers over several legs is some 20 kB. */
const maxBodyBytes = 1_000_000;

/** Per caller and lane; the burst lets a rush of buyers at its site through, the rate bounds what it may cost us. */
const allowance = { perSecond: 200, burst: 2_000 };

/**
 * Requests of one caller under way at a time, by lane: as many as a peer has connections for (client.ts). One that waits
 * for seats costs a little memory; decisions have room of their own, so that they never wait for those that wait.
 */
const room: Record<Lane, number> = { patient: 128, prompt: 64 };

/** Which member signed this request; throws `Refusal` PEER_UNTRUSTED. */
export type VerifyCaller = (
  request: RequestToSign & { authorization: string | undefined },
) => Promise<AirlineCode>;

export type DoorParts = { verify: VerifyCaller; clock: Clock; rateLimitFactor: number };

/** A request that may go on to the router; `leave` when it is answered or its sender is gone. */
export type Admitted = { caller: AirlineCode; body: string; leave(): void };

/** A request turned away before anything in it was interpreted. `reason` is for our own log. */
export type TurnedAway = { trpcCode: TRPC_ERROR_CODE_KEY; refusal?: RefusalCode; reason?: string };

export type Door = { admit(request: IncomingMessage): Promise<Admitted | TurnedAway> };

/** Decides who comes in at the peer port: form, size, signature, rate, in this order, the cheap before the dear. */
export function createDoor({ verify, clock, rateLimitFactor }: DoorParts): Door {
  const buckets = createTokenBuckets({
    perSecond: allowance.perSecond * rateLimitFactor,
    burst: allowance.burst * rateLimitFactor,
  });

  const underWay = new Map<string, number>();

  /** Null when there is no room. */
  function enter(name: string, lane: Lane): (() => void) | null {
    const before = underWay.get(name) ?? 0;
    if (before >= room[lane]) return null;
    underWay.set(name, before + 1);
    return () => underWay.set(name, (underWay.get(name) ?? 1) - 1);
  }

  async function identify(request: IncomingMessage, body: Buffer): Promise<AirlineCode | TurnedAway> {
    const { method = '', url: path = '', headers } = request;
    try {
      return await verify({ method, path, body, authorization: headers.authorization });
    } catch (error) {
      if (isRefusal(error))
        return { trpcCode: 'UNAUTHORIZED', refusal: error.code, reason: String(error.cause) };
      throw error;
    }
  }

  return {
    async admit(request) {
      const malformed = malformation(request);
      if (malformed) return malformed;
      const body = await readRequestBody(request, maxBodyBytes);
      if (!body) return { trpcCode: 'PAYLOAD_TOO_LARGE', refusal: 'INPUT_INVALID' };
      const caller = await identify(request, body);
      if (typeof caller !== 'string') return caller;
      const lane = laneOf(procedureNameOf(request));
      const name = `${caller} ${lane}`;
      const reason = `${caller} on the ${lane} lane`;
      if (!buckets.take(name, clock.now()))
        return { trpcCode: 'TOO_MANY_REQUESTS', refusal: 'RATE_LIMITED', reason };
      const leave = enter(name, lane);
      return leave
        ? { caller, body: body.toString('utf8'), leave }
        : { trpcCode: 'SERVICE_UNAVAILABLE', refusal: 'OVERLOADED', reason };
    },
  };
}

/** What can be refused without reading the body. Only POST: a query in a URL would end in logs. */
function malformation({ method, headers }: IncomingMessage): TurnedAway | null {
  if (!headers.authorization)
    return { trpcCode: 'UNAUTHORIZED', refusal: 'PEER_UNTRUSTED', reason: 'unsigned' };
  if (method !== 'POST') return { trpcCode: 'METHOD_NOT_SUPPORTED', refusal: 'INPUT_INVALID' };
  if (headers['content-type'] === 'application/json') return null;
  return { trpcCode: 'UNSUPPORTED_MEDIA_TYPE', refusal: 'INPUT_INVALID' };
}

function procedureNameOf({ url = '' }: IncomingMessage): string {
  return url.replace(/^\/peer\./, '').replace(/\?.*$/, '');
}
