'use client';

import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { type ContactField, contactFieldId } from './passenger-form';

type ContactFieldsProps = {
  values: Record<ContactField, string>;
  problemOf: (fieldId: string) => string | undefined;
};

/** How to reach the travellers. */
export function ContactFields({ values, problemOf }: ContactFieldsProps) {
  const t = useTranslations('passengers');
  const emailId = contactFieldId('email');
  const phoneId = contactFieldId('phone');
  return (
    <Card>
      <fieldset>
        <legend className="display text-heading">{t('contact')}</legend>
        <p className="mt-1 text-sm text-ink-muted">{t('contactLead')}</p>
        <div className="mt-5 grid gap-x-4 gap-y-5 sm:grid-cols-2">
          <Field id={emailId} label={t('email')} error={problemOf(emailId)}>
            {(control) => (
              <Input
                {...control}
                name={emailId}
                type="email"
                defaultValue={values.email}
                autoComplete="email"
                maxLength={254}
                required
              />
            )}
          </Field>
          <Field id={phoneId} label={t('phone')} hint={t('phoneHint')} error={problemOf(phoneId)}>
            {(control) => (
              <Input
                {...control}
                name={phoneId}
                type="tel"
                defaultValue={values.phone}
                autoComplete="tel"
                maxLength={20}
              />
            )}
          </Field>
        </div>
      </fieldset>
    </Card>
  );
}
