'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { FormProblems } from './form-problems';
import { PasswordField } from './password-field';

export type AccountFormFieldName = 'name' | 'email' | 'password';

/** What the form shows: sentences at fields, one above them, and what was typed (never the password). */
export type AccountFormContent = {
  problems: { field: AccountFormFieldName; sentence: string }[];
  refusal: string | null;
  values: { name: string; email: string };
};

type AccountFormProps = {
  kind: 'signIn' | 'register';
  /** Where to go afterwards; the action trusts only paths of this site. */
  next: string;
  action: (previous: AccountFormContent, form: FormData) => Promise<AccountFormContent>;
};

const untouched: AccountFormContent = { problems: [], refusal: null, values: { name: '', email: '' } };

/** Signing in, or opening an account; a plain form that also works before JavaScript. */
export function AccountForm({ kind, next, action }: AccountFormProps) {
  const t = useTranslations('account');
  const [{ problems, refusal, values }, send] = useActionState(action, untouched);
  const problemOf = (field: AccountFormFieldName) => problems.find((one) => one.field === field)?.sentence;

  return (
    <form action={send} noValidate className="space-y-5">
      <FormProblems problems={problems} refusal={refusal} />
      <input type="hidden" name="next" value={next} />
      {kind === 'register' && (
        <Field id="name" label={t('name')} hint={t('nameHint')} error={problemOf('name')}>
          {(control) => (
            <Input
              {...control}
              name="name"
              defaultValue={values.name}
              autoComplete="name"
              maxLength={100}
              required
            />
          )}
        </Field>
      )}
      <Field id="email" label={t('email')} error={problemOf('email')}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            defaultValue={values.email}
            autoComplete={kind === 'signIn' ? 'username' : 'email'}
            maxLength={254}
            required
          />
        )}
      </Field>
      <PasswordField
        name="password"
        label={t('password')}
        hint={kind === 'register' ? t('newPasswordHint') : undefined}
        error={problemOf('password')}
        isNew={kind === 'register'}
      />
      <SubmitButton size="large" pendingLabel={t(`${kind}.submitting`)} className="w-full">
        {t(`${kind}.submit`)}
      </SubmitButton>
    </form>
  );
}
