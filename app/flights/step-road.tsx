import { useTranslations } from 'next-intl';
import { formatDate } from '@/components/format/local-date';
import type { SearchRequest } from '@/components/search/search-request';
import { Steps } from '@/components/ui/steps';
import type { Step } from './step';
import { outboundListHref } from './step-href';

type StepRoadProps = { request: SearchRequest; step: Step };

/** 1. Ida, 2. Volta: where one is in a return trip; nothing for a trip one way. */
export function StepRoad({ request, step }: StepRoadProps) {
  const t = useTranslations('results');
  if (step.kind === 'only') return null;
  return (
    <div className="max-lg:w-full">
      <Steps
        label={t('steps')}
        steps={[
          { label: t('outbound', { date: formatDate(request.date) }), href: outboundListHref(request) },
          { label: t('return', { date: formatDate(request.returnDate ?? request.date) }) },
        ]}
        currentIndex={step.kind === 'outbound' ? 0 : 1}
        doneLabel={t('stepDone')}
      />
    </div>
  );
}
