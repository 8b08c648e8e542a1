import Link from 'next/link';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';

type ReviewSectionProps = {
  id: string;
  title: string;
  /** Where this part is changed; `name` says to a screen reader what the short `label` changes. */
  edit?: { href: string; label: string; name: string };
  children: ReactNode;
};

/** One part of the whole, with the way to change it. */
export function ReviewSection({ id, title, edit, children }: ReviewSectionProps) {
  return (
    <Card>
      <section aria-labelledby={id}>
        <div className="flex items-baseline justify-between gap-4">
          <h2 id={id} className="display text-heading">
            {title}
          </h2>
          {edit && (
            <Link
              href={edit.href}
              aria-label={edit.name}
              className="inline-flex min-h-8 items-center text-sm font-semibold text-brand-text underline underline-offset-4 hover:no-underline"
            >
              {edit.label}
            </Link>
          )}
        </div>
        <div className="mt-4">{children}</div>
      </section>
    </Card>
  );
}
