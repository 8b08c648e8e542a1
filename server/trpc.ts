import { initTRPC, type TRPC_ERROR_CODE_KEY, TRPCError } from '@trpc/server';
import { ZodError, type z } from 'zod';
import { airlineState } from './airline-state';
import { limitRate } from './auth/limit-rate';
import type { PeerContext, Session, SiteContext } from './context';
import { isRefusal, Refusal, type RefusalCode, type RefusalDetails, refusalCodes } from './errors';
import { Gate } from './gate';
import { invalidField } from './invalid-field';
import { refusalSentence } from './language/refusal-sentence';
import type { PeerProcedure } from './peers/procedure';

/** What stands in `data.passcom` of every refusal, at both doors. */
export type WireRefusal = { code: RefusalCode } & RefusalDetails;

function wireRefusalOf({ code, cause }: TRPCError): WireRefusal | null {
  if (isRefusal(cause)) return { code: cause.code, ...cause.details };
  // An answer of ours that does not fit its schema is a ZodError too, but no fault of the caller's.
  if (cause instanceof ZodError && code === 'BAD_REQUEST') {
    return { code: 'INPUT_INVALID', field: invalidField(cause) };
  }
  return null;
}

/** How tRPC itself turns away a call that no procedure can read: the caller's doing, and so a refusal too. */
const unreadableCalls = new Set<TRPC_ERROR_CODE_KEY>([
  'PARSE_ERROR',
  'BAD_REQUEST',
  'NOT_FOUND',
  'METHOD_NOT_SUPPORTED',
  'UNSUPPORTED_MEDIA_TYPE',
  'PAYLOAD_TOO_LARGE',
]);

/** At the site only: a peer that does not know a procedure may know it after its next start, which is no refusal. */
function siteRefusalOf(error: TRPCError): WireRefusal | null {
  return wireRefusalOf(error) ?? (unreadableCalls.has(error.code) ? { code: 'INPUT_INVALID' } : null);
}

/** The one place where errors get their public shape: a sentence, a code, never SQL or a stack. */
function publicShape<Shape extends { message: string; data: object }>(
  shape: Shape,
  error: TRPCError,
  passcom: WireRefusal | null,
) {
  const { stack: _stack, ...data } = shape.data as Shape['data'] & { stack?: string };
  const message = passcom ? refusalSentence(passcom.code, passcom) : error.code;
  return { ...shape, message, data: passcom ? { ...data, passcom } : data };
}

/**
 * Event streams: a sign of life often enough for proxies, which close what is silent for half a minute or a minute, and
 * after two of them have not come a reader connects anew.
 */
const eventStreams = {
  ping: { enabled: true, intervalMs: 15_000 },
  client: { reconnectAfterInactivityMs: 35_000 },
};

const site = initTRPC.context<SiteContext>().create({
  sse: eventStreams,
  errorFormatter: ({ shape, error }) => publicShape(shape, error, siteRefusalOf(error)),
});

const peer = initTRPC.context<PeerContext>().create({
  errorFormatter: ({ shape, error }) => publicShape(shape, error, wireRefusalOf(error)),
});

function rethrowRefusal(error: TRPCError): void {
  if (isRefusal(error.cause))
    throw new TRPCError({ code: refusalCodes[error.cause.code], cause: error.cause });
}

/** What an answer with these errors says in its HTTP head: when to come back, if a refusal knows it. */
export function answerMeta({ errors }: { errors: readonly TRPCError[] }): { headers?: Headers } {
  const [seconds] = errors.flatMap(({ cause }) =>
    isRefusal(cause) ? (cause.details.retryAfterSeconds ?? []) : [],
  );
  return seconds === undefined ? {} : { headers: new Headers({ 'retry-after': String(seconds) }) };
}

export const siteRouter = site.router;
export const peerRouter = peer.router;
export const createPeerCallerFactory = peer.createCallerFactory;

/**
 * Calls under way at the site at a time: the 32 purchases that the door lets in (`site-door.ts`) and 48 others. Each
 * asks the database a few short questions; a rush waits here and not in its pool, where decisions would have to queue
 * behind it.
 */
const calls = { inside: 80, waiting: 1_000, waitMs: 2_000 };

const callsOf = airlineState('calls under way', () => new Gate(calls));

/** Who may ask, and how a refusal leaves. */
const answeredProcedure = site.procedure.use(async ({ ctx, next, path, type }) => {
  if (type === 'mutation' && !ctx.sameOrigin) {
    throw new TRPCError({ code: 'FORBIDDEN', cause: new Refusal('ORIGIN_FOREIGN') });
  }
  const result = await next();
  if (!result.ok) {
    rethrowRefusal(result.error);
    if (result.error.code === 'INTERNAL_SERVER_ERROR')
      ctx.airline.log('error', 'procedure failed', { path, cause: result.error.cause });
  }
  return result;
});

/** Anybody, on this site's own pages or from a program. Refusal OVERLOADED when it would wait too long. */
export const publicProcedure = answeredProcedure.use(({ ctx, next }) =>
  callsOf(ctx.airline).pass(() => next()),
);

/** Counts calls per address and minute; a refused call counts too. `perMinute` is multiplied by RATE_LIMIT_FACTOR. */
export function limitedProcedure(action: string, perMinute: number) {
  return publicProcedure.use(async ({ ctx, next }) => {
    await limitRate(ctx.airline, { action, subject: ctx.address, perMinute });
    return next();
  });
}

/** A signed-in customer. */
export const customerProcedure = publicProcedure.use(({ ctx, next }) => {
  const session: Session | null = ctx.session;
  if (!session) throw new Refusal('SIGN_IN_REQUIRED');
  return next({ ctx: { ...ctx, session } });
});

/** Another airline, its signature checked before the body was parsed. */
const peerProcedure = peer.procedure.use(async ({ ctx, next, path }) => {
  const result = await next();
  if (!result.ok) {
    rethrowRefusal(result.error);
    if (result.error.code === 'INTERNAL_SERVER_ERROR') {
      ctx.airline.log('error', 'peer procedure failed', {
        path,
        caller: ctx.caller,
        cause: result.error.cause,
      });
    }
  }
  return result;
});

/** A peer procedure as both sides have agreed on it: input and answer are checked against the same declaration. */
export function declared<Input extends z.ZodType, Output extends z.ZodType>({
  input,
  output,
}: PeerProcedure<Input, Output>) {
  return peerProcedure.input(input).output(output);
}
