import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlClasses } from './control-style';
import { Icon } from './icon';

/** The platform's own select with our border and arrow. Put it inside a `Field`. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className="relative block">
      <select className={classNames(controlClasses, 'appearance-none pr-11', className)} {...rest}>
        {children}
      </select>
      <Icon
        name="chevron-down"
        className="pointer-events-none absolute top-1/2 right-3.5 -translate-y-1/2 text-ink-muted"
      />
    </span>
  );
}
