import type { Clock } from '@/server/clock';
import { addDays, localDateAt } from '@/server/domain/local-time';
import type { DateWindow } from '@/server/schedule/operating-dates';

/** How far ahead the demo network is on sale. */
const daysOnSale = 120;

/** The calendar by which "today" is told. */
const homeZone = 'America/Sao_Paulo';

/** The service dates that are on sale at this moment: today … +120 days. */
export function salesWindow(clock: Clock): DateWindow {
  const today = localDateAt(clock.now(), homeZone);
  return { from: today, to: addDays(today, daysOnSale) };
}
