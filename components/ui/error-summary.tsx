'use client';

import { useEffect, useRef } from 'react';

type ErrorSummaryProps = { title: string; errors: { fieldId: string; message: string }[] };

/** All errors of a form in one place above it; takes the focus when it appears, each line leads to its field. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const said = errors.map(({ message }) => message).join('\n');

  useEffect(() => {
    if (said) summary.current?.focus();
  }, [said]);

  if (errors.length === 0) return null;
  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      className="rounded-card border-2 border-danger bg-danger-soft p-4 text-ink sm:p-5"
    >
      <h2 className="font-semibold">{title}</h2>
      <ul className="mt-2 list-disc space-y-1 pl-5 text-sm">
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a href={`#${fieldId}`} className="underline underline-offset-2">
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
