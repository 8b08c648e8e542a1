import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { type TripType, tripTypes } from './search-values';

const icons = { return: 'swap', oneway: 'arrow-right' } as const;

/** There and back, or one way: radio buttons named `trip`, which the form's style reads to show the day of return. */
export function TripTypeChoice({ value }: { value: TripType }) {
  const t = useTranslations('search');
  return (
    <fieldset>
      <legend className="sr-only">{t('trip')}</legend>
      <div className="relative inline-flex rounded-button bg-sunken p-1">
        {tripTypes.map((type) => (
          <label
            key={type}
            className="inline-flex min-h-9 pointer-coarse:min-h-11 cursor-pointer items-center gap-2 rounded-button border border-transparent px-4 text-sm font-semibold text-ink-muted outline-offset-2 transition-colors duration-150 hover:text-ink has-checked:border-line-strong has-checked:bg-surface has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-3 has-focus-visible:outline-focus"
          >
            <input
              key={value}
              type="radio"
              name="trip"
              value={type}
              defaultChecked={type === value}
              className="sr-only"
            />
            <Icon name={icons[type]} className="size-4" />
            {t(`tripTypes.${type}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
