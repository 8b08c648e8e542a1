import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { SearchRequest } from '../search-request';
import { FilterFare } from './filter-fare';
import { FilterLink } from './filter-link';
import { FilterMark } from './filter-mark';

type FilterRowProps = {
  to: SearchRequest;
  chosen: boolean;
  shape: 'one' | 'many';
  /** In centavos; null: the choice leads to nothing, so it can only be taken back. Undefined: it has no fare of its own. */
  fareCents?: number | null;
  children: ReactNode;
};

const look =
  '-mx-2 flex min-h-10 pointer-coarse:min-h-11 items-center gap-3 rounded-control px-2 py-1.5 text-sm';

/** A choice on a line of its own, with what the search would start at. */
export function FilterRow({ to, chosen, shape, fareCents, children }: FilterRowProps) {
  const content = (
    <>
      <FilterMark shape={shape} chosen={chosen} />
      <span className="min-w-0 flex-1">{children}</span>
      {fareCents !== undefined && <FilterFare cents={fareCents} />}
    </>
  );
  const leadsNowhere = fareCents === null && !chosen;
  return (
    <li>
      {leadsNowhere ? (
        <span className={classNames(look, 'text-ink-muted')}>{content}</span>
      ) : (
        <FilterLink
          to={to}
          chosen={chosen}
          removable={shape === 'many'}
          className={classNames(
            look,
            'transition-colors duration-150 hover:bg-sunken',
            chosen && 'font-semibold',
          )}
        >
          {content}
        </FilterLink>
      )}
    </li>
  );
}
