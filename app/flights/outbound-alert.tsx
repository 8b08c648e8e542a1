import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import type { OutboundProblem } from './outbound-problem';

/** Why the way there has to be chosen again. */
export function OutboundAlert({ problem }: { problem: OutboundProblem }) {
  const t = useTranslations('results.problem');
  return (
    <Alert tone="warning" role="alert" title={t(`${problem}Title`)}>
      <p>{t(problem)}</p>
    </Alert>
  );
}
