import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { maxPassengersPerBooking } from '@/server/domain/passenger';
import type { Place } from './place';
import { PlacePair } from './place-pair';
import type { SearchField, SearchValues } from './search-request';

/** A sentence for a field of the form. */
export type FieldMessage = { field: SearchField; message: string };

type SearchFormProps = {
  places: readonly Place[];
  values: SearchValues;
  errors?: FieldMessage[];
  /** First and last day on sale, `YYYY-MM-DD`. */
  dates: { first: string; last: string };
};

/** One way, one day, up to nine people. A plain GET form: the search is the address, with or without JavaScript. */
export function SearchForm({ places, values, errors = [], dates }: SearchFormProps) {
  const t = useTranslations('search');
  const errorOf = (field: SearchField) => errors.find((error) => error.field === field)?.message;
  return (
    <search>
      <form
        action="/flights"
        method="get"
        noValidate
        className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_auto] lg:items-start lg:gap-3"
      >
        {errors.length > 0 && (
          <div className="mb-2 lg:col-span-2">
            <ErrorSummary
              title={t('errorsTitle', { count: errors.length })}
              errors={errors.map(({ field, message }) => ({ fieldId: field, message }))}
            />
          </div>
        )}
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,5fr)_minmax(0,2fr)_minmax(0,2fr)] lg:gap-3">
          <PlacePair
            places={places}
            initial={{ from: values.from, to: values.to }}
            from={{ label: t('from'), placeholder: t('placePlaceholder'), error: errorOf('from') }}
            to={{ label: t('to'), placeholder: t('placePlaceholder'), error: errorOf('to') }}
            swapLabel={t('swap')}
            listTexts={{ nothingFound: t('nothingFound'), allAirports: t('allAirports') }}
          />
          <Field id="date" label={t('date')} error={errorOf('date')}>
            {(control) => (
              <Input
                {...control}
                type="date"
                name="date"
                min={dates.first}
                max={dates.last}
                defaultValue={values.date}
              />
            )}
          </Field>
          <Field id="passengers" label={t('passengers')} error={errorOf('passengers')}>
            {(control) => <PassengerSelect control={control} value={values.passengers} />}
          </Field>
        </div>
        <Button type="submit" size="large" className="lg:mt-[1.6875rem]">
          <Icon name="search" /> {t('submit')}
        </Button>
      </form>
    </search>
  );
}

function PassengerSelect({ control, value }: { control: { id: string }; value: string }) {
  const t = useTranslations('search');
  return (
    <Select {...control} name="passengers" defaultValue={value}>
      {Array.from({ length: maxPassengersPerBooking }, (_, index) => index + 1).map((count) => (
        <option key={count} value={count}>
          {t('passengerCount', { count })}
        </option>
      ))}
    </Select>
  );
}
