import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

type PageHeadingProps = { title: ReactNode; lead?: ReactNode; actions?: ReactNode; className?: string };

/** The one `h1` of a page, with a sentence under it and what can be done beside it. */
export function PageHeading({ title, lead, actions, className }: PageHeadingProps) {
  return (
    <header className={classNames('flex flex-wrap items-end justify-between gap-4', className)}>
      <div className="min-w-0">
        <h1 className="display text-title">{title}</h1>
        {lead && <p className="mt-2 max-w-prose text-ink-muted">{lead}</p>}
      </div>
      {actions}
    </header>
  );
}
