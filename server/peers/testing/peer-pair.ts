import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { freePort } from '@/scripts/postgres/ports';
import type { Airline } from '@/server/airline';
import { systemClock } from '@/server/clock';
import type { PeerContext } from '@/server/context';
import type { AirlineCode } from '@/server/domain/airline-code';
import { isRefusal, Refusal, refusalCodes } from '@/server/errors';
import type { Log } from '@/server/log';
import { createPeers, type RunningPeers } from '../client';
import { helloProcedure } from '../hello';
import { listenForPeers, type PeerPort } from '../port';
import { definePeerProcedure } from '../procedure';
import { verifyRequest } from '../signature';
import { createMembers, type Members } from './members';

/** Answers with what it was told and who said it. */
export const echoProcedure = definePeerProcedure({
  kind: 'query',
  name: 'echo',
  input: z.strictObject({ text: z.string() }),
  output: z.object({ text: z.string(), caller: z.string() }),
});

/** Misbehaves on demand. */
export const moodProcedure = definePeerProcedure({
  kind: 'mutation',
  name: 'mood',
  input: z.strictObject({ mood: z.enum(['refuse', 'fail', 'distrust', 'wait']) }),
  output: z.object({ done: z.boolean() }),
});

const { router, procedure } = initTRPC.context<PeerContext>().create({
  errorFormatter: ({ shape, error: { cause } }) =>
    isRefusal(cause)
      ? { ...shape, data: { ...shape.data, passcom: { code: cause.code, ...cause.details } } }
      : shape,
});

function refuse(refusal: Refusal): never {
  throw new TRPCError({ code: refusalCodes[refusal.code], cause: refusal });
}

export type PeerPair = {
  members: Members;
  /** Giro's open port; Rumos calls it. */
  port: PeerPort;
  url: string;
  rumos: RunningPeers;
  /** Callers of `mood: wait` that are inside the handler, each with the way out. */
  waiting: (() => void)[];
  /** Lines that Giro's port logged. */
  logged: string[];
  close(): Promise<void>;
};

/** Rumos calls Giro over real HTTP, within this process. */
export async function openPeerPair({ rateLimitFactor = 1 } = {}): Promise<PeerPair> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const members = createMembers({ giro: url });
  const waiting: (() => void)[] = [];
  const logged: string[] = [];
  const log: Log = (level, message, fields) => logged.push(`${level}: ${message} ${fields?.reason ?? ''}`);
  const giro = await listenForPeers({
    port,
    host: '127.0.0.1',
    router: routerOf(waiting),
    createContext: (caller: AirlineCode) => ({ caller, airline: { code: 'giro' } as Airline }),
    verify: (request) => verifyRequest({ self: 'giro', alliance: members.alliance }, request, new Date()),
    clock: systemClock,
    log,
    rateLimitFactor,
  });
  const rumos = createPeers({
    code: 'rumos',
    alliance: members.alliance,
    key: members.keys.rumos,
    clock: systemClock,
    log,
  });
  const close = async () => {
    rumos.stop();
    await giro.close();
  };
  return { members, port: giro, url, rumos, waiting, logged, close };
}

function routerOf(waiting: (() => void)[]) {
  const moods = {
    refuse: () =>
      refuse(new Refusal('SEAT_TAKEN', { airline: 'giro', legId: 'giro:1:2026-12-01:GRU', seat: '12C' })),
    distrust: () => refuse(new Refusal('PEER_UNTRUSTED')),
    fail: () => {
      throw new Error('disk full');
    },
    wait: () => new Promise<void>((resolve) => waiting.push(resolve)),
  };
  const peer = router({
    hello: procedure.input(helloProcedure.input).query(() => ({
      airline: 'giro',
      version: '1',
      protocolVersion: 2,
      status: 'ready',
      logHead: { epoch: 1, seq: 3 },
    })),
    echo: procedure.input(echoProcedure.input).query(({ input, ctx }) => ({ ...input, caller: ctx.caller })),
    mood: procedure.input(moodProcedure.input).mutation(async ({ input }) => {
      await moods[input.mood]();
      return { done: true };
    }),
  });
  return router({ peer });
}
