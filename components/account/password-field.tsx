'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

type PasswordFieldProps = {
  /** Also the control's id. */
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  isNew: boolean;
};

/** A password that may be looked at while it is typed; the browser or a manager may fill or invent it. */
export function PasswordField({ name, label, hint, error, isNew }: PasswordFieldProps) {
  const t = useTranslations('account');
  const [isShown, setIsShown] = useState(false);
  return (
    <Field id={name} label={label} hint={hint} error={error}>
      {(control) => (
        <span className="relative block">
          <Input
            {...control}
            name={name}
            type={isShown ? 'text' : 'password'}
            autoComplete={isNew ? 'new-password' : 'current-password'}
            maxLength={200}
            required
            className="pr-32"
          />
          <Button
            variant="quiet"
            size="small"
            aria-controls={name}
            onClick={() => setIsShown(!isShown)}
            className="absolute inset-y-1.5 right-1.5"
          >
            {isShown ? t('hidePassword') : t('showPassword')}
          </Button>
        </span>
      )}
    </Field>
  );
}
