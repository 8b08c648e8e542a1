import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type TabLink = { href: string; label: ReactNode; detail?: ReactNode; current: boolean };

/** Choices that are pages of their own, so they are links: they work before JavaScript and can be bookmarked. */
export function Tabs({ label, tabs }: { label: string; tabs: TabLink[] }) {
  return (
    <nav aria-label={label}>
      <ul className="flex gap-1 rounded-card border border-line bg-surface p-1">
        {tabs.map((tab) => (
          <li key={tab.href} className="min-w-0 flex-1">
            <Link
              href={tab.href}
              scroll={false}
              aria-current={tab.current ? 'page' : undefined}
              className={classNames(
                'flex h-full min-h-12 flex-col justify-center rounded-[calc(var(--card-radius)-0.25rem)] px-3 py-2 text-center text-sm font-semibold transition-colors duration-150 sm:text-base',
                tab.current ? 'bg-brand-soft text-brand-text' : 'text-ink-muted hover:text-ink',
              )}
            >
              {tab.label}
              {tab.detail && <span className="figures text-xs font-normal sm:text-sm">{tab.detail}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
