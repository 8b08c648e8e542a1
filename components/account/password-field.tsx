'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

type PasswordFieldProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  isNew: boolean;
  showLabel: string;
  hideLabel: string;
};

/** A password that may be looked at while it is typed; the browser or a manager may fill or invent it. */
export function PasswordField({ label, hint, error, isNew, showLabel, hideLabel }: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <Field id="password" label={label} hint={hint} error={error}>
      {(control) => (
        <span className="relative block">
          <Input
            {...control}
            name="password"
            type={isShown ? 'text' : 'password'}
            autoComplete={isNew ? 'new-password' : 'current-password'}
            maxLength={200}
            required
            className="pr-32"
          />
          <Button
            variant="quiet"
            size="small"
            aria-controls="password"
            onClick={() => setIsShown(!isShown)}
            className="absolute inset-y-1.5 right-1.5"
          >
            {isShown ? hideLabel : showLabel}
          </Button>
        </span>
      )}
    </Field>
  );
}
