import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '@/components/ui/icon';

const steps: { key: 'step1' | 'step2' | 'step3'; icon: IconName }[] = [
  { key: 'step1', icon: 'search' },
  { key: 'step2', icon: 'seat' },
  { key: 'step3', icon: 'link' },
];

/** What makes buying here different, in three steps. */
export function HowItWorks() {
  const t = useTranslations('home');
  return (
    <ol className="grid gap-8 md:grid-cols-3 md:gap-10">
      {steps.map(({ key, icon }, index) => (
        <li key={key} className="border-t-2 border-brand-text pt-5">
          <div className="flex items-center justify-between text-brand-text">
            <Icon name={icon} className="size-7" />
            <span aria-hidden="true" className="display figures text-2xl">
              {index + 1}
            </span>
          </div>
          <h3 className="mt-4 text-lg font-semibold">{t(`${key}Title`)}</h3>
          <p className="mt-2 text-ink-muted">{t(`${key}Body`)}</p>
        </li>
      ))}
    </ol>
  );
}
