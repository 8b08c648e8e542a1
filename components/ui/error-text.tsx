import type { ReactNode } from 'react';
import { Icon } from './icon';

/** What is wrong with one field, under it. Its id goes into the control's `aria-describedby`. */
export function ErrorText({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-1.5 flex gap-1.5 text-sm font-medium text-danger">
      <Icon name="alert" className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
