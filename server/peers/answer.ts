import { z } from 'zod';
import { type AirlineCode, airlineCodeSchema } from '@/server/domain/airline-code';
import { Refusal, type RefusalCode, refusalCodes } from '@/server/errors';
import { PeerUnreachable } from './peers';
import type { PostAnswer } from './post';
import type { PeerProcedure } from './procedure';

const resultSchema = z.object({ result: z.object({ data: z.unknown() }) });

const wireRefusalSchema = z.object({
  code: z.enum(Object.keys(refusalCodes) as [RefusalCode, ...RefusalCode[]]),
  airline: airlineCodeSchema.optional(),
  legId: z.string().max(60).optional(),
  seat: z.string().max(10).optional(),
  field: z.string().max(200).optional(),
  retryAfterSeconds: z.number().nonnegative().optional(),
});

const errorSchema = z.object({ error: z.object({ data: z.object({ passcom: wireRefusalSchema }) }) });

/**
 * Reads tRPC's wire format from another company's deployment. Throws its `Refusal`, or `PeerUnreachable` for whatever
 * does not prove what became of the request.
 */
export function readPeerAnswer<Output extends z.ZodType>(
  peer: AirlineCode,
  procedure: PeerProcedure<z.ZodType, Output>,
  { status, body }: PostAnswer,
): z.output<Output> {
  const content = parseJson(body);
  if (status === 200) {
    const data = resultSchema.safeParse(content).data?.result.data;
    const output = procedure.output.safeParse(data);
    if (output.success) return output.data;
    throw new PeerUnreachable(peer, `garbled answer to ${procedure.name}`);
  }
  // A fault inside the peer proves nothing, whatever it says.
  const refusal = status === 500 ? null : refusalIn(content);
  if (!refusal) throw new PeerUnreachable(peer, `status ${status} for ${procedure.name}`);
  if (refusal.code !== 'PEER_UNTRUSTED') throw refusal;
  // Its door turned us away; the procedure never saw the request, so this is no "no" of the procedure's.
  throw new PeerUnreachable(peer, 'it refuses our signature: compare keys and clocks');
}

function refusalIn(content: unknown): Refusal | null {
  const wire = errorSchema.safeParse(content).data?.error.data.passcom;
  if (!wire) return null;
  const { code, ...details } = wire;
  return new Refusal(code, details);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
