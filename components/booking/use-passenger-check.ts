'use client';

import { type ChangeEvent, type FormEvent, useRef, useState } from 'react';
import { type FieldProblem, readPassengerForm } from './passenger-form';

type Checker = typeof import('./check-passenger-form');

type PassengerCheck = {
  /** What the last attempt to go on has found, here or at the server; `attempt` counts them. */
  found: { attempt: number; problems: FieldProblem[] };
  /** Has this field been changed since? */
  isCorrected: (fieldId: string) => boolean;
  formEvents: {
    onFocus: () => void;
    onSubmit: (event: FormEvent<HTMLFormElement>) => void;
    onChange: (event: ChangeEvent<HTMLFormElement>) => void;
  };
};

/**
 * Checks the passengers in the browser with the server's own schemas. They are fetched when the form is first touched,
 * so that they do not delay the page; a browser that cannot fetch them leaves the checking to the server, whose answer
 * is `answered`.
 */
export function usePassengerCheck(
  answered: FieldProblem[],
  { passengerCount, today }: { passengerCount: number; today: string },
): PassengerCheck {
  const [lastAnswered, setLastAnswered] = useState(answered);
  const [found, setFound] = useState({ attempt: 0, problems: answered });
  const [corrected, setCorrected] = useState<string[]>([]);
  const checker = useRef<Checker | 'unfetched' | 'absent'>('unfetched');

  function show(problems: FieldProblem[]): void {
    setFound(({ attempt }) => ({ attempt: attempt + 1, problems }));
    setCorrected([]);
  }
  if (lastAnswered !== answered) {
    setLastAnswered(answered);
    show(answered);
  }

  async function fetchChecker(): Promise<void> {
    if (checker.current !== 'unfetched') return;
    checker.current = await import('./check-passenger-form').catch(() => 'absent' as const);
  }
  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    const form = event.currentTarget;
    if (checker.current === 'absent') return;
    if (checker.current === 'unfetched') {
      event.preventDefault();
      fetchChecker().then(() => form.requestSubmit());
      return;
    }
    const values = readPassengerForm(new FormData(form), passengerCount);
    const checked = checker.current.checkPassengerForm(values, today);
    if (checked.ok) return;
    event.preventDefault();
    show(checked.problems);
  }
  function onChange(event: ChangeEvent<HTMLFormElement>): void {
    const { id } = event.target as unknown as HTMLElement;
    setCorrected((known) => (known.includes(id) ? known : [...known, id]));
  }
  return {
    found,
    isCorrected: (fieldId) => corrected.includes(fieldId),
    formEvents: { onFocus: fetchChecker, onSubmit, onChange },
  };
}
