import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { type DayPart, dayPartMinutes, dayParts } from '@/server/domain/day-part';
import type { SearchRequest } from '../search-request';
import { DayPartGlyph } from './day-part-glyph';
import { FilterFare } from './filter-fare';
import { FilterGroup } from './filter-group';
import { FilterLink } from './filter-link';

type TimeFilterProps = {
  request: SearchRequest;
  end: 'departs' | 'arrives';
  city: string;
  fares: Record<DayPart, number | null>;
};

/** Parts of the day in which the trip sets out, or arrives; several may be chosen. */
export function TimeFilter({ request, end, city, fares }: TimeFilterProps) {
  const t = useTranslations('flights.filters');
  const chosen = request[end];
  return (
    <FilterGroup label={t(end)} detail={city}>
      <ul aria-label={t('timesIn', { times: t(end), city })} className="grid grid-cols-2 gap-2">
        {dayParts.map((part) => {
          const isChosen = chosen.includes(part);
          const others = chosen.filter((other) => other !== part);
          return (
            <li key={part}>
              <TimeTile
                part={part}
                chosen={isChosen}
                to={{ ...request, [end]: isChosen ? others : [...chosen, part] }}
                fareCents={fares[part]}
              />
            </li>
          );
        })}
      </ul>
    </FilterGroup>
  );
}

type TimeTileProps = { part: DayPart; chosen: boolean; to: SearchRequest; fareCents: number | null };

const tile = 'flex h-full flex-col gap-0.5 rounded-control border px-2.5 py-2 text-sm';

function TimeTile({ part, chosen, to, fareCents }: TimeTileProps) {
  const t = useTranslations('flights.filters');
  const firstHour = (dayParts.indexOf(part) * dayPartMinutes) / 60;
  const content = (
    <>
      <span className="flex items-center justify-between gap-1">
        <span className="font-semibold">{t('part', { part })}</span>
        {chosen && <Icon name="check" className="size-4" />}
      </span>
      <span className="figures flex items-center gap-1.5 text-xs text-ink-muted">
        <DayPartGlyph part={part} className="size-4.5 shrink-0" />
        {t('hours', { first: firstHour, last: firstHour + dayPartMinutes / 60 })}
      </span>
      <FilterFare cents={fareCents} />
    </>
  );
  if (fareCents === null && !chosen) {
    return <span className={classNames(tile, 'border-dashed border-line text-ink-muted')}>{content}</span>;
  }
  return (
    <FilterLink
      to={to}
      chosen={chosen}
      removable
      className={classNames(
        tile,
        'transition-colors duration-150',
        chosen
          ? 'border-brand-text bg-brand-soft text-brand-text'
          : 'border-line-strong bg-surface hover:border-brand-text hover:text-brand-text',
      )}
    >
      {content}
    </FilterLink>
  );
}
