'use client';

import { useTranslations } from 'next-intl';
import { PasswordField } from './password-field';
import type { SettingAction } from './setting-content';
import { SettingForm } from './setting-form';

/** The other account's password, which proves that both are one person's. */
export function UniteForm({ action }: { action: SettingAction }) {
  const t = useTranslations('account');
  return (
    <SettingForm action={action} submit={t('settings.unite')} submitting={t('settings.uniting')}>
      {(problemOf) => (
        <PasswordField
          name="otherPassword"
          label={t('settings.otherPassword')}
          error={problemOf('otherPassword')}
          isNew={false}
        />
      )}
    </SettingForm>
  );
}
