'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonLook, buttonClasses } from './button-style';
import { Spinner } from './spinner';

type SubmitButtonProps = ComponentProps<'button'> & ButtonLook & { pendingLabel?: string };

/** Submits its form once: while the server answers it spins and further presses do nothing. It stays focusable. */
export function SubmitButton({
  variant,
  size,
  className,
  pendingLabel,
  children,
  ...rest
}: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={buttonClasses({ variant, size, className })}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
      {...rest}
    >
      {pending && <Spinner />}
      {pending && pendingLabel ? pendingLabel : children}
    </button>
  );
}
