'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { SettingAction } from './setting-content';
import { SettingForm } from './setting-form';

/** What the customer is called. */
export function NameForm({ name, action }: { name: string; action: SettingAction }) {
  const t = useTranslations('account');
  return (
    <SettingForm action={action} submit={t('settings.saveName')} submitting={t('settings.saving')}>
      {(problemOf, content) => (
        <Field id="name" label={t('name')} hint={t('nameHint')} error={problemOf('name')}>
          {(control) => (
            <Input
              {...control}
              name="name"
              defaultValue={content.name ?? name}
              autoComplete="name"
              maxLength={100}
              required
            />
          )}
        </Field>
      )}
    </SettingForm>
  );
}
