import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { globalTransactions } from '@/db/schema';
import type { Airline } from '../airline';
import { resumeCoordination } from '../atomic-commit/resume-coordination';
import { engineOf } from './work';

/** An ABORT is tried for a minute; one that a restart cut short is this young. Saying it once more does no harm. */
const abortsSaidAgainMs = 10 * 60_000;

/** At start-up: takes up every global transaction that this airline coordinated and had not finished. */
export async function resumeUnfinished(airline: Airline): Promise<void> {
  const others = airline.peers.codes.length;
  const recently = new Date(airline.clock.now().getTime() - abortsSaidAgainMs);
  const undecided = isNull(globalTransactions.decision);
  const unheard = and(
    eq(globalTransactions.decision, 'commit'),
    sql`${globalTransactions.manifest} -> 'participants' <> jsonb_build_array(${airline.code}::text)`,
    sql`cardinality(${globalTransactions.acknowledged}) < ${others}`,
  );
  const unsaid = and(eq(globalTransactions.decision, 'abort'), gt(globalTransactions.decidedAt, recently));
  const rows = await airline.db
    .select({ id: globalTransactions.id })
    .from(globalTransactions)
    .where(and(eq(globalTransactions.coordinator, airline.code), or(undecided, unheard, unsaid)));
  await resumeCoordination(
    engineOf(airline),
    rows.map(({ id }) => id),
  );
}
