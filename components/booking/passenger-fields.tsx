'use client';

import { useTranslations } from 'next-intl';
import type { ChangeEvent } from 'react';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { maskCpf } from './cpf-mask';
import { type PassengerField, passengerFieldId } from './passenger-form';

type PassengerFieldsProps = {
  index: number;
  /** A line for each way, `Assentos da ida: RBR → BSB 12C · BSB → SSA 4A`. */
  seats: string[];
  values: Record<PassengerField, string>;
  /** `YYYY-MM-DD` of the server's day. */
  today: string;
  problemOf: (fieldId: string) => string | undefined;
};

/** One passenger's card. The browser can fill in name and birthday; a CPF groups itself while it is typed. */
export function PassengerFields({ index, seats, values, today, problemOf }: PassengerFieldsProps) {
  const t = useTranslations('passengers');
  const idOf = (field: PassengerField) => passengerFieldId(index, field);
  // The first passenger is most often who types; the browser keeps the others apart by section.
  const section = index === 0 ? '' : `section-passenger${index + 1} `;
  const kindId = idOf('documentKind');

  function groupCpf({ currentTarget: input }: ChangeEvent<HTMLInputElement>) {
    const kind = input.form?.elements.namedItem(kindId);
    const isAtEnd = input.selectionEnd === input.value.length;
    if (kind instanceof HTMLSelectElement && kind.value === 'cpf' && isAtEnd)
      input.value = maskCpf(input.value);
  }

  return (
    <Card>
      <fieldset>
        <legend className="display text-heading">{t('passenger', { number: index + 1 })}</legend>
        <div className="figures mt-1 space-y-1 text-sm text-ink-muted">
          {seats.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <div className="mt-5 grid gap-x-4 gap-y-5 sm:grid-cols-6">
          <Field
            id={idOf('name')}
            label={t('name')}
            hint={t('nameHint')}
            error={problemOf(idOf('name'))}
            className="sm:col-span-4"
          >
            {(control) => (
              <Input
                {...control}
                name={control.id}
                defaultValue={values.name}
                autoComplete={`${section}name`}
                maxLength={100}
                required
              />
            )}
          </Field>
          <Field
            id={idOf('birthDate')}
            label={t('birthDate')}
            error={problemOf(idOf('birthDate'))}
            className="sm:col-span-2"
          >
            {(control) => (
              <Input
                {...control}
                name={control.id}
                type="date"
                min="1900-01-01"
                max={today}
                defaultValue={values.birthDate}
                autoComplete={`${section}bday`}
                required
              />
            )}
          </Field>
          <Field id={kindId} label={t('documentKind')} error={problemOf(kindId)} className="sm:col-span-2">
            {(control) => (
              <Select {...control} name={control.id} defaultValue={values.documentKind || 'cpf'}>
                <option value="cpf">{t('cpf')}</option>
                <option value="passport">{t('passport')}</option>
              </Select>
            )}
          </Field>
          <Field
            id={idOf('documentNumber')}
            label={t('documentNumber')}
            hint={t('documentHint')}
            error={problemOf(idOf('documentNumber'))}
            className="sm:col-span-4"
          >
            {(control) => (
              <Input
                {...control}
                name={control.id}
                defaultValue={values.documentNumber}
                onChange={groupCpf}
                autoComplete="off"
                maxLength={20}
                required
              />
            )}
          </Field>
        </div>
      </fieldset>
    </Card>
  );
}
