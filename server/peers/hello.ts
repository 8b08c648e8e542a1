import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { changeLogs } from '@/db/schema';
import type { Airline } from '@/server/airline';
import type { AirlineStatus } from '@/server/boot';
import { airlineCodeSchema } from '@/server/domain/airline-code';
import { definePeerProcedure } from './procedure';

/** Grows when a message changes so that the version before cannot read it; neighbours by one understand each other. */
export const protocolVersion = 2;

const statusSchema = z.enum(['starting', 'ready', 'draining']) satisfies z.ZodType<AirlineStatus>;

/** Unknown fields pass on both sides: the next version may say more. */
export const helloProcedure = definePeerProcedure({
  kind: 'query',
  name: 'hello',
  input: z.object({
    airline: airlineCodeSchema,
    protocolVersion: z.int().positive(),
    sentAt: z.iso.datetime(),
  }),
  output: z.object({
    airline: airlineCodeSchema,
    version: z.string().max(40),
    protocolVersion: z.int().positive(),
    status: statusSchema,
    /** The end of its own change log; null before that has begun, and from a version that has none. */
    logHead: z.object({ epoch: z.int().positive(), seq: z.int().nonnegative() }).nullable().default(null),
  }),
});

export type Hello = z.output<typeof helloProcedure.output>;

/** True when this deployment and one of that version can read each other's messages. */
export function isProtocolUnderstood(version: number): boolean {
  return Math.abs(version - protocolVersion) <= 1;
}

/** Answers `peer.hello`. Fails with the database: an airline without it cannot sell and must not seem live. */
export async function answerHello(
  airline: Airline,
  { status, version }: { status: AirlineStatus; version: string },
): Promise<Hello> {
  const [own] = await airline.db
    .select({ epoch: changeLogs.epoch, seq: changeLogs.seq })
    .from(changeLogs)
    .where(eq(changeLogs.origin, airline.code));
  return { airline: airline.code, version, protocolVersion, status, logHead: own ?? null };
}
