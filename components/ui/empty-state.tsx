import type { ReactNode } from 'react';
import { Card } from './card';

type EmptyStateProps = { art?: ReactNode; title: ReactNode; children?: ReactNode; actions?: ReactNode };

/** What stands where there is nothing: why, and what to do next. */
export function EmptyState({ art, title, children, actions }: EmptyStateProps) {
  return (
    <Card className="flex flex-col items-center gap-4 py-12 text-center sm:py-16">
      {art}
      <h2 className="display text-heading">{title}</h2>
      {children && <div className="max-w-prose space-y-2 text-ink-muted">{children}</div>}
      {actions && <div className="mt-2 flex w-full flex-wrap justify-center gap-3">{actions}</div>}
    </Card>
  );
}
