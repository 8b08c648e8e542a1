import type { Clock } from '@/server/clock';
import { addDays, homeZone, localDateAt } from '@/server/domain/local-time';
import type { DateWindow } from '@/server/schedule/operating-dates';

/** How far ahead the demo network is on sale unless somebody asks for less. */
export const daysOnSale = 120;

/** The service dates that are on sale at this moment: today and the `days` after it. */
export function salesWindow(clock: Clock, days = daysOnSale): DateWindow {
  const today = localDateAt(clock.now(), homeZone);
  return { from: today, to: addDays(today, days) };
}
