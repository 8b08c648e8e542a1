import { useTranslations } from 'next-intl';
import { formatNumericDate } from '@/components/format/local-date';
import { PageContainer } from '@/components/layout/page-container';
import { PageHeading } from '@/components/layout/page-heading';
import type { SearchError } from '@/components/search/search-errors';
import { type FieldMessage, SearchForm } from '@/components/search/search-form';
import type { SearchField, SearchValues } from '@/components/search/search-values';
import { Card } from '@/components/ui/card';
import type { Refusal } from '@/server/errors';
import { refusalSentence } from '@/server/language/refusal-sentence';
import { RefusalAlert } from './refusal-alert';
import type { SearchContext } from './search-context';

type RefusedSearchProps = {
  context: SearchContext;
  values: SearchValues;
  errors?: SearchError[];
  /** What the search itself refused. */
  refusal?: Refusal;
  /** The `refused` parameter: why a trip could not be begun. */
  refused?: string | string[] | undefined;
};

const fields: readonly SearchField[] = ['from', 'to', 'date', 'returnDate', 'passengers'];

/** The form again, with what was typed and what is wrong with it; without errors, an invitation to search. */
export function RefusedSearch({ context, values, errors = [], refusal, refused }: RefusedSearchProps) {
  const t = useTranslations('flights');
  const search = useTranslations('search');
  const messages = [
    ...errors.map(({ field, code }): FieldMessage => {
      return { field, message: search(code, { last: formatNumericDate(context.lastDate) }) };
    }),
    ...(refusal ? [messageOf(refusal)] : []),
  ];
  const asked = messages.length > 0;
  return (
    <PageContainer className="space-y-8 py-10 sm:py-16">
      <PageHeading
        title={asked ? t('fixSearch') : t('startSearch')}
        lead={asked ? t('fixSearchLead') : t('startSearchLead')}
      />
      <RefusalAlert refused={refused} />
      <Card>
        <SearchForm
          places={context.places}
          values={values}
          errors={messages}
          dates={{ first: context.today, last: context.lastDate }}
        />
      </Card>
    </PageContainer>
  );
}

function messageOf({ code, details }: Refusal): FieldMessage {
  const field = fields.find((known) => known === details.field) ?? 'from';
  return { field, message: refusalSentence(code, details) };
}
