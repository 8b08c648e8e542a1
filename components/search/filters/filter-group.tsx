import type { ReactNode } from 'react';

type FilterGroupProps = {
  label: string;
  /** Beside the title: what the column under it says, or of which city it speaks. */
  detail?: ReactNode;
  children: ReactNode;
};

/** The choices of one kind under their title, which their list repeats for assistive technology. */
export function FilterGroup({ label, detail, children }: FilterGroupProps) {
  return (
    <div className="min-w-0">
      <p aria-hidden="true" className="mb-1.5 flex items-baseline justify-between gap-3 text-sm">
        <span className="font-semibold">{label}</span>
        {detail && <span className="truncate text-xs text-ink-muted">{detail}</span>}
      </p>
      {children}
    </div>
  );
}
