import { sql } from 'drizzle-orm';
import { rateLimits } from '@/db/schema';
import type { Airline } from '@/server/airline';
import { Refusal } from '@/server/errors';

const windowMs = 60_000;

/** Old windows deleted by each request that opens one: more than it adds, so the table stays small without a job. */
const tidiedAtOnce = 20;

export type RateLimit = {
  /** What is limited, for example `sign-in.account`. */
  action: string;
  /** Who is counted: an account, an address or a peer. At most a few hundred characters. */
  subject: string;
  /** Allowed in each whole minute of the clock, before `rateLimitFactor`. */
  perMinute: number;
};

/**
 * Counts one request against a fixed one-minute window that all instances of this airline share, refused requests too.
 * Refusal RATE_LIMITED with the seconds until the next window.
 */
export async function limitRate(airline: Airline, limit: RateLimit): Promise<void> {
  const now = airline.clock.now().getTime();
  const windowStart = Math.floor(now / windowMs) * windowMs;
  const count = await countOne(airline, limit, new Date(windowStart));
  if (count === 1) await tidy(airline, new Date(windowStart - windowMs));
  if (count > Math.max(1, Math.floor(limit.perMinute * airline.settings.rateLimitFactor))) {
    throw new Refusal('RATE_LIMITED', {
      retryAfterSeconds: Math.ceil((windowStart + windowMs - now) / 1_000),
    });
  }
}

async function countOne(airline: Airline, limit: RateLimit, windowStart: Date): Promise<number> {
  const { action, subject } = limit;
  const [row] = await airline.db
    .insert(rateLimits)
    .values({ action, subject, windowStart, count: 1 })
    .onConflictDoUpdate({
      target: [rateLimits.action, rateLimits.subject, rateLimits.windowStart],
      set: { count: sql`${rateLimits.count} + 1` },
    })
    .returning({ count: rateLimits.count })
    .prepare('limit_rate')
    .execute();
  return row?.count ?? 1;
}

/** Takes only rows that nobody else is deleting, so that two requests never wait for each other here. */
async function tidy(airline: Airline, before: Date): Promise<void> {
  await airline.db.execute(sql`
    delete from ${rateLimits} where ctid in (
      select ctid from ${rateLimits} where ${rateLimits.windowStart} < ${before.toISOString()}
      order by ${rateLimits.windowStart} limit ${tidiedAtOnce} for update skip locked)`);
}
