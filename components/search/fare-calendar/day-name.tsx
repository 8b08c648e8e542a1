import { useTranslations } from 'next-intl';
import { formatLongDate } from '@/components/format/local-date';
import { formatMoney } from '@/components/format/money';
import type { CalendarDay } from '@/server/search/search-days';

/** A day and what it costs in full words, for whoever does not see where it stands. */
export function DayName({ day, isLowest }: { day: CalendarDay; isLowest: boolean }) {
  const t = useTranslations('flights.calendar');
  const fare =
    day.lowestFareCents === null
      ? t(`states.${day.state}`)
      : t('startingAt', { price: formatMoney(day.lowestFareCents) });
  return (
    <span className="sr-only">
      {formatLongDate(day.date)}, {fare}
      {isLowest && `, ${t('lowest')}`}
    </span>
  );
}
