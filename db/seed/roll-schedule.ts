import { eq, max } from 'drizzle-orm';
import { legs } from '@/db/schema';
import { addDays } from '@/server/domain/local-time';
import type { ScheduleOwner, SchedulePreview } from '@/server/schedule/import-schedule';
import { salesWindow } from './sales-window';
import { seedNetwork } from './seed-network';

/**
 * The daily job: puts the days on sale that have come into the window since the last leg was published. Legs already
 * published stay as they are, also where an operator changed them. Null when the window is full.
 */
export async function rollSchedule(airline: ScheduleOwner): Promise<SchedulePreview | null> {
  const window = salesWindow(airline.clock);
  const [last] = await airline.db
    .select({ date: max(legs.serviceDate) })
    .from(legs)
    .where(eq(legs.airline, airline.code));
  const from = last?.date && last.date >= window.from ? addDays(last.date, 1) : window.from;
  return from <= window.to ? seedNetwork(airline, { from, to: window.to }) : null;
}
