import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { ErrorSummary } from '@/components/ui/error-summary';

type FormProblemsProps = {
  problems: readonly { field: string; sentence: string }[];
  /** Why the whole form was refused, in a sentence. */
  refusal: string | null;
};

/** What is wrong with a form of the account, above its fields. */
export function FormProblems({ problems, refusal }: FormProblemsProps) {
  const t = useTranslations('account');
  return (
    <>
      <ErrorSummary
        title={t('errorTitle', { count: problems.length })}
        errors={problems.map(({ field, sentence }) => ({ fieldId: field, message: sentence }))}
      />
      {refusal && (
        <Alert tone="danger" role="alert">
          <p>{refusal}</p>
        </Alert>
      )}
    </>
  );
}
