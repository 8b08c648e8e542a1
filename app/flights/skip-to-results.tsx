import { useTranslations } from 'next-intl';
import { resultsHeadingId } from './listed';

/** Past the days, filters and tabs, straight to what was found; seen only when it has the focus. */
export function SkipToResults() {
  const t = useTranslations('results');
  return (
    <a
      href={`#${resultsHeadingId}`}
      className="absolute top-2 left-2 z-20 -translate-y-40 rounded-button bg-brand px-4 py-2 font-semibold text-on-brand focus:translate-y-0"
    >
      {t('skipToResults')}
    </a>
  );
}
