import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { globalTransactions } from '@/db/schema';
import type { Airline } from '../airline';
import { resumeCoordination } from '../atomic-commit/resume-coordination';
import { engineOf } from './work';

/** At start-up: takes up every global transaction that this airline coordinated and had not finished. */
export async function resumeUnfinished(airline: Airline): Promise<void> {
  const others = airline.peers.codes.length;
  const undecided = isNull(globalTransactions.decision);
  const unheard = and(
    eq(globalTransactions.decision, 'commit'),
    sql`${globalTransactions.manifest} -> 'participants' <> jsonb_build_array(${airline.code}::text)`,
    sql`cardinality(${globalTransactions.acknowledged}) < ${others}`,
  );
  const rows = await airline.db
    .select({ id: globalTransactions.id })
    .from(globalTransactions)
    .where(and(eq(globalTransactions.coordinator, airline.code), or(undecided, unheard)));
  await resumeCoordination(
    engineOf(airline),
    rows.map(({ id }) => id),
  );
}
