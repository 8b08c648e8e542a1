import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import { maxPassengersPerBooking } from '@/server/domain/passenger';
import type { Place } from './place';
import { PlacePair } from './place-pair';
import { RecentLinks } from './recent-links';
import type { SearchField, SearchValues } from './search-values';
import { TripDates } from './trip-dates';
import { TripTypeChoice } from './trip-type';

/** A sentence for a field of the form. */
export type FieldMessage = { field: SearchField; message: string };

type SearchFormProps = {
  places: readonly Place[];
  values: SearchValues;
  errors?: FieldMessage[];
  /** First and last day on sale, `YYYY-MM-DD`. */
  dates: { first: string; last: string };
};

/** Where, when and how many. A plain GET form: the search is the address, with or without JavaScript. */
export function SearchForm({ places, values, errors = [], dates }: SearchFormProps) {
  const t = useTranslations('search');
  const errorOf = (field: SearchField) => errors.find((error) => error.field === field)?.message;
  return (
    <search>
      <form action="/flights" method="get" noValidate className="group/search flex flex-col gap-5">
        {errors.length > 0 && (
          <ErrorSummary
            title={t('errorsTitle', { count: errors.length })}
            errors={errors.map(({ field, message }) => ({ fieldId: field, message }))}
          />
        )}
        <TripTypeChoice value={values.trip} />
        <div className="space-y-4">
          <PlacePair
            key={`${values.from} ${values.to}`}
            places={places}
            initial={{ from: values.from, to: values.to }}
            from={{ label: t('from'), placeholder: t('placePlaceholder'), error: errorOf('from') }}
            to={{ label: t('to'), placeholder: t('placePlaceholder'), error: errorOf('to') }}
            swapLabel={t('swap')}
            listTexts={{ nothingFound: t('nothingFound'), allAirports: t('allAirports') }}
          />
          <div className="flex flex-col gap-x-3 gap-y-5 lg:flex-row">
            <div className="flex flex-1 flex-wrap gap-x-3 gap-y-4 *:min-w-0 *:flex-1 *:basis-36">
              <TripDates
                key={`${values.date} ${values.returnDate}`}
                initial={{ date: values.date, returnDate: values.returnDate }}
                window={dates}
                there={{ label: t('date'), error: errorOf('date') }}
                back={{ label: t('returnDate'), error: errorOf('returnDate') }}
              />
              <Field id="passengers" label={t('passengers')} error={errorOf('passengers')}>
                {(control) => <PassengerSelect control={control} value={values.passengers} />}
              </Field>
            </div>
            <Button type="submit" size="large" className="sm:min-w-48 sm:self-end lg:mt-6.5 lg:self-start">
              <Icon name="search" /> {t('submit')}
            </Button>
          </div>
        </div>
        <RecentLinks label={t('recent')} today={dates.first} />
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
