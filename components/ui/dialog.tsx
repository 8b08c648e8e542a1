'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button';
import { Icon } from './icon';

type DialogProps = {
  open: boolean;
  /** Called for Esc, the close button and a press outside. */
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
};

/** The platform's modal dialog: it traps the focus, Esc closes it and the focus goes back to where it was. */
export function Dialog({ open, onClose, title, closeLabel, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press on the backdrop is the pointer's way of pressing Esc
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-card border border-line bg-surface p-0 text-ink shadow-lifted backdrop:bg-black/55 open:animate-rise"
    >
      <div className="p-5 sm:p-7">
        <div className="mb-3 flex items-start justify-between gap-4">
          <h2 id={titleId} className="display text-heading">
            {title}
          </h2>
          <Button
            variant="quiet"
            size="small"
            aria-label={closeLabel}
            onClick={onClose}
            className="-mt-1 -mr-2 px-2"
          >
            <Icon name="cross" />
          </Button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
