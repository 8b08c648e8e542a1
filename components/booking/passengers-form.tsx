'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SubmitButton } from '@/components/ui/submit-button';
import { ContactFields } from './contact-fields';
import { PassengerFields } from './passenger-fields';
import type { FieldProblem, PassengerFormValues } from './passenger-form';
import { usePassengerCheck } from './use-passenger-check';

/** What the form knows after it was sent: what was typed, what is wrong with it, and a refusal of the whole. */
export type PassengerFormState = {
  values: PassengerFormValues;
  problems: FieldProblem[];
  refusal: string | null;
};

type PassengersFormProps = {
  action: (previous: PassengerFormState, form: FormData) => Promise<PassengerFormState>;
  initial: PassengerFormState;
  /** For each passenger a line for each way, `Assentos da ida: RBR → BSB 12C · BSB → SSA 4A`. */
  seats: string[][];
  today: string;
  /** What stands between the fields and the button: who gets these data. */
  children: ReactNode;
};

/** The passengers and the contact. It works before JavaScript; with it, the same schemas answer without a round trip. */
export function PassengersForm({ action, initial, seats, today, children }: PassengersFormProps) {
  const t = useTranslations('passengers');
  const [state, send] = useActionState(action, initial);
  const passengerCount = seats.length;
  const { found, isCorrected, formEvents } = usePassengerCheck(state.problems, { passengerCount, today });
  const sentences = new Map(
    found.problems.map(({ fieldId, field, kind }) => [fieldId, t(`problem.${field}.${kind}`)]),
  );
  // The summary stays as it was while fields are corrected: with every change it would take the focus.
  const problemOf = (fieldId: string) => (isCorrected(fieldId) ? undefined : sentences.get(fieldId));

  return (
    <form action={send} {...formEvents} noValidate className="space-y-6">
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
