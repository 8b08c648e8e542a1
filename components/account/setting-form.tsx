'use client';

import { type ReactNode, useActionState } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { FormProblems } from './form-problems';
import type { SettingAction, SettingContent, SettingField } from './setting-content';

type SettingFormProps = {
  action: SettingAction;
  submit: string;
  submitting: string;
  /** Draws the controls, each with what is wrong with it. */
  children: (problemOf: (field: SettingField) => string | undefined, content: SettingContent) => ReactNode;
};

const untouched: SettingContent = { problems: [], refusal: null, name: null };

/** One change of the account; a plain form that also works before JavaScript. */
export function SettingForm({ action, submit, submitting, children }: SettingFormProps) {
  const [content, send] = useActionState(action, untouched);
  const { problems, refusal } = content;
  return (
    <form action={send} noValidate className="space-y-5">
      <FormProblems problems={problems} refusal={refusal} />
      {children((field) => problems.find((problem) => problem.field === field)?.sentence, content)}
      <SubmitButton pendingLabel={submitting}>{submit}</SubmitButton>
    </form>
  );
}
