import { formatInstant, formatInstantTime } from '@/components/format/instant';
import { homeZone, localDateAt } from '@/server/domain/local-time';

/** An instant in as few words as are clear at `now`: `14:02` today, `11 de dez., 14:02` on another day, in Brasília. */
export type Moment = { day: 'today' | 'other'; time: string };

/** Says when something was, seen from `now`. `instant` ISO 8601. */
export function momentOf(instant: string, now: Date): Moment {
  const isToday = localDateAt(new Date(instant), homeZone) === localDateAt(now, homeZone);
  return isToday
    ? { day: 'today', time: formatInstantTime(instant) }
    : { day: 'other', time: formatInstant(instant) };
}
