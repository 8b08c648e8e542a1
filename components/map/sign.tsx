import type { AirlineCode } from '@/server/domain/airline-code';
import { signsHref } from './drawing-addresses';

type SignName = AirlineCode | 'chevron-down' | 'link';

/** A drawing by reference, for lists that repeat it; decoration, the words beside it say the same. */
export function Sign({ name, className = 'size-4' }: { name: SignName; className?: string }) {
  return (
    <svg aria-hidden="true" className={className}>
      <use href={`${signsHref}#${name}`} />
    </svg>
  );
}
