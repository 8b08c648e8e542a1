import { openDatabase } from '@/db/client';
import { systemClock } from '@/server/clock';
import type { OperatorEnv } from '@/server/env';
import { silentLog } from '@/server/log';
import type { ScheduleOwner } from '@/server/schedule/import-schedule';

/** A command runs one statement after the other; the second connection is for its tx. */
const poolSize = 2;

/** Runs `work` on the airline of the environment and closes its database whatever happens. */
export async function withAirline<Result>(
  { AIRLINE, DATABASE_URL }: OperatorEnv,
  work: (airline: ScheduleOwner) => Promise<Result>,
): Promise<Result> {
  const { db, close } = openDatabase(DATABASE_URL, poolSize);
  try {
    return await work({ code: AIRLINE, db, clock: systemClock, log: silentLog });
  } finally {
    await close();
  }
}
