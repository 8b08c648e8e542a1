'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Icon } from '@/components/ui/icon';
import { readRecent, recentStore, searchOfForm, withRecent } from './recent-searches';

const never = () => () => undefined;

/** What was searched for here last, to be searched again; nothing before the first search. Stands inside the form. */
export function RecentLinks({ label, today }: { label: string; today: string }) {
  const box = useRef<HTMLDivElement>(null);
  const stored = useSyncExternalStore(never, recentStore.load, () => null);
  const searches = readRecent(stored, today);

  useEffect(() => {
    const form = box.current?.closest('form');
    if (!form) return;
    const remember = () => {
      const typed = (id: string) => form.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
      const search = searchOfForm(new FormData(form), { from: typed('from'), to: typed('to') });
      if (search) recentStore.save(withRecent(readRecent(recentStore.load(), today), search));
    };
    form.addEventListener('submit', remember);
    return () => form.removeEventListener('submit', remember);
  }, [today]);

  return (
    <div ref={box} className="empty:hidden">
      {searches.length > 0 && (
        <nav aria-label={label} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
          <span className="text-ink-muted">{label}</span>
          {searches.map(({ href, from, to, date, returnDate }) => (
            <a
              key={href}
              href={href}
              className="inline-flex min-h-8 items-center gap-1.5 pointer-coarse:min-h-11 font-medium text-brand-text hover:underline"
            >
              {cityOf(from)} <Icon name={returnDate ? 'swap' : 'arrow-right'} className="size-3.5" />{' '}
              {cityOf(to)}
              <span className="figures font-normal text-ink-muted">
                {[date, returnDate].filter(Boolean).map(dayOf).join(' – ')}
              </span>
            </a>
          ))}
        </nav>
      )}
    </div>
  );
}

/** `Rio Branco (RBR)` → `Rio Branco`. */
function cityOf(place: string): string {
  return place.replace(/[,(].*$/, '').trim();
}

/** `2026-12-10` → `10/12`. */
function dayOf(date: string): string {
  return date.slice(5).split('-').reverse().join('/');
}
