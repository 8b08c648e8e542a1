'use client';

import { useTranslations } from 'next-intl';
import { PasswordField } from './password-field';
import type { SettingAction } from './setting-content';
import { SettingForm } from './setting-form';

/** The password of today and the next one. `email` tells a password manager whose they are. */
export function PasswordForm({ email, action }: { email: string; action: SettingAction }) {
  const t = useTranslations('account');
  return (
    <SettingForm action={action} submit={t('settings.changePassword')} submitting={t('settings.saving')}>
      {(problemOf) => (
        <>
          <input type="text" autoComplete="username" value={email} readOnly hidden />
          <PasswordField
            name="oldPassword"
            label={t('settings.oldPassword')}
            error={problemOf('oldPassword')}
            isNew={false}
          />
          <PasswordField
            name="newPassword"
            label={t('settings.newPassword')}
            hint={t('newPasswordHint')}
            error={problemOf('newPassword')}
            isNew
          />
        </>
      )}
    </SettingForm>
  );
}
