import type { ReactNode } from 'react';
import { PageContainer } from '@/components/layout/page-container';
import { Card } from '@/components/ui/card';
import { Icon, type IconName } from '@/components/ui/icon';

type NothingHereProps = { icon: IconName; title: string; body: string; children: ReactNode };

/** A whole page for something that does not exist, or not for this visitor: what it may be, and where to go. */
export function NothingHere({ icon, title, body, children }: NothingHereProps) {
  return (
    <PageContainer width="reading" className="py-12 sm:py-20">
      <Card className="flex flex-col items-center gap-4 py-12 text-center sm:py-16">
        <span className="grid size-16 place-items-center rounded-full bg-brand-soft text-brand-text">
          <Icon name={icon} className="size-8" />
        </span>
        <h1 className="display text-heading">{title}</h1>
        <p className="max-w-prose text-ink-muted">{body}</p>
        <div className="mt-2 flex flex-wrap justify-center gap-3">{children}</div>
      </Card>
    </PageContainer>
  );
}
