import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { type RefusalCode, refusalCodes } from '@/server/errors';
import { refusalSentence } from '@/server/language/refusal-sentence';

/** Why the trip that was chosen before could not be begun: the `refused` parameter, when it is one of our reasons. */
export function RefusalAlert({ refused }: { refused: string | string[] | undefined }) {
  const t = useTranslations('flights');
  if (!isRefusalCode(refused)) return null;
  return (
    <Alert tone="danger" role="alert" title={t('refusedTitle')}>
      <p>{refusalSentence(refused, {})}</p>
    </Alert>
  );
}

function isRefusalCode(refused: string | string[] | undefined): refused is RefusalCode {
  return typeof refused === 'string' && Object.hasOwn(refusalCodes, refused);
}
