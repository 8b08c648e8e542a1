import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

const widths = { narrow: 'max-w-xl', reading: 'max-w-3xl', wide: 'max-w-6xl' };

type PageContainerProps = { width?: keyof typeof widths; className?: string; children: ReactNode };

/** The column that a page's content stands in; `narrow` for one form, `reading` for prose and steps, `wide` for the rest. */
export function PageContainer({ width = 'wide', className, children }: PageContainerProps) {
  return (
    <div className={classNames('mx-auto w-full px-4 sm:px-6 lg:px-8', widths[width], className)}>
      {children}
    </div>
  );
}
