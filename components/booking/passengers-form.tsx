'use client';

import { useTranslations } from 'next-intl';
import { type ChangeEvent, type FormEvent, type ReactNode, useActionState, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SubmitButton } from '@/components/ui/submit-button';
import { ContactFields } from './contact-fields';
import { PassengerFields } from './passenger-fields';
import { type FieldProblem, type PassengerFormValues, readPassengerForm } from './passenger-form';

/** What the form knows after it was sent: what was typed, what is wrong with it, and a refusal of the whole. */
export type PassengerFormState = {
  values: PassengerFormValues;
  problems: FieldProblem[];
  refusal: string | null;
};

type PassengersFormProps = {
  action: (previous: PassengerFormState, form: FormData) => Promise<PassengerFormState>;
  initial: PassengerFormState;
  /** For each passenger the seats on all legs, `RBR → BSB 12C · BSB → SSA 4A`. */
  seats: string[];
  today: string;
  /** What stands between the fields and the button: who gets these data. */
  children: ReactNode;
};

type Checker = typeof import('./check-passenger-form');

/**
 * The passengers and the contact. It works before JavaScript; with it, the same schemas answer without a round trip
 * (they are fetched when the form is first touched, so that they do not delay the page).
 */
export function PassengersForm({ action, initial, seats, today, children }: PassengersFormProps) {
  const t = useTranslations('passengers');
  const [state, send] = useActionState(action, initial);
  const [answered, setAnswered] = useState(state);
  const [found, setFound] = useState({ attempt: 0, problems: state.problems });
  const [corrected, setCorrected] = useState<string[]>([]);
  const checker = useRef<Promise<Checker>>(null);
  const check = useRef<Checker>(null);
  if (answered !== state) {
    setAnswered(state);
    showProblems(state.problems);
  }

  function showProblems(problems: FieldProblem[]) {
    setFound(({ attempt }) => ({ attempt: attempt + 1, problems }));
    setCorrected([]);
  }

  function loadChecker() {
    checker.current ??= import('./check-passenger-form');
    checker.current.then((loaded) => {
      check.current = loaded;
    });
  }
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    const values = readPassengerForm(new FormData(event.currentTarget), seats.length);
    const checked = check.current?.checkPassengerForm(values, today);
    if (checked?.ok !== false) return;
    event.preventDefault();
    showProblems(checked.problems);
  }
  /** A field that is being corrected stops complaining; the summary stays as it was, it would take the focus. */
  function handleChange(event: ChangeEvent<HTMLFormElement>) {
    const { id } = event.target as unknown as HTMLElement;
    setCorrected((known) => (known.includes(id) ? known : [...known, id]));
  }
  const sentences = new Map(
    found.problems.map(({ fieldId, field, kind }) => [fieldId, t(`problem.${field}.${kind}`)]),
  );
  const problemOf = (fieldId: string) => (corrected.includes(fieldId) ? undefined : sentences.get(fieldId));

  return (
    <form
      action={send}
      onSubmit={handleSubmit}
      onChange={handleChange}
      onFocus={loadChecker}
      noValidate
      className="space-y-6"
    >
      <ErrorSummary
        key={found.attempt}
        title={t('errorTitle', { count: found.problems.length })}
        errors={found.problems.map(({ fieldId, passengerIndex }) => ({
          fieldId,
          message: t('errorLine', {
            passenger:
              passengerIndex === null ? t('contact') : t('passenger', { number: passengerIndex + 1 }),
            problem: sentences.get(fieldId) ?? '',
          }),
        }))}
      />
      {state.refusal && (
        <Alert tone="danger" role="alert">
          <p>{state.refusal}</p>
        </Alert>
      )}
      {seats.map((passengerSeats, index) => {
        const values = state.values.passengers[index];
        return (
          values && (
            <PassengerFields
              // biome-ignore lint/suspicious/noArrayIndexKey: passengers are their position in the booking
              key={index}
              index={index}
              seats={passengerSeats}
              values={values}
              today={today}
              problemOf={problemOf}
            />
          )
        );
      })}
      <ContactFields values={state.values.contact} problemOf={problemOf} />
      {children}
      <SubmitButton size="large" pendingLabel={t('saving')} className="w-full sm:w-auto">
        {t('continue')}
      </SubmitButton>
    </form>
  );
}
