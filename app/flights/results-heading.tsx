import { useTranslations } from 'next-intl';
import { formatLongDate } from '@/components/format/local-date';
import type { SearchRequest } from '@/components/search/search-request';
import { wayOf } from '@/components/search/way';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { findPlaceName } from './place-name';
import type { Step } from './step';

/** Takes the focus when the next way is to be chosen. */
export const stepHeadingId = 'step-heading';

type ResultsHeadingProps = { request: SearchRequest; step: Step };

/** From where to where, on which day, how many: the `h1`. */
export function ResultsHeading({ request, step }: ResultsHeadingProps) {
  const flights = useTranslations('flights');
  const t = useTranslations('results');
  const way = wayOf(request);
  const places = { from: findPlaceName(way.from), to: findPlaceName(way.to) };
  return (
    <div
      className={classNames(
        'min-w-0 grow basis-80',
        step.kind !== 'only' && 'flex-wrap items-baseline gap-x-5 lg:order-last lg:flex lg:basis-full',
      )}
    >
      <h1
        id={stepHeadingId}
        tabIndex={-1}
        className="display flex scroll-mt-40 flex-wrap items-center gap-x-3 text-title"
      >
        {t.rich('heading', {
          ...places,
          step: step.kind,
          before: (words) => <span className="sr-only">{words}</span>,
          arrow: (words) => (
            <span>
              <span className="sr-only">{words}</span>
              <Icon name="arrow-right" className="size-7 text-brand-text" />
            </span>
          ),
        })}
      </h1>
      <p className="mt-1 text-ink-muted">
        {flights('when', { date: formatLongDate(way.date), count: request.passengers })}
      </p>
    </div>
  );
}
