import type { ComponentProps } from 'react';
import { classNames } from './class-names';

/** A sheet of paper on the canvas. `padded={false}` when the content draws up to the edge. */
export function Card({ padded = true, className, ...rest }: ComponentProps<'div'> & { padded?: boolean }) {
  return (
    <div
      className={classNames(
        'rounded-card border border-line bg-surface shadow-card',
        padded && 'p-5 sm:p-7',
        className,
      )}
      {...rest}
    />
  );
}
