import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlClasses } from './control-style';

/** A text, e-mail, date … input. Put it inside a `Field`, which labels it and ties its error to it. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={classNames(controlClasses, className)} {...rest} />;
}
