import type { ComponentProps } from 'react';
import { type ButtonLook, buttonClasses } from './button-style';

/** A button that does nothing to a form unless `type="submit"` says so. */
export function Button({
  variant,
  size,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & ButtonLook) {
  return <button type={type} className={buttonClasses({ variant, size, className })} {...rest} />;
}
