import { useTranslations } from 'next-intl';
import { airlineTints } from '@/components/layout/airline-tints';
import { classNames } from '@/components/ui/class-names';
import { airlineCodes, airlineIdentities } from '@/server/domain/airline-code';
import type { MapRoute } from './hubs';

/** The map's legend, which is also a choice of the network that stands out. */
export function NetworkChoice({ routes }: { routes: readonly MapRoute[] }) {
  const t = useTranslations('map');
  const choices = [
    {
      id: 'all',
      name: t('allNetworks'),
      lines: airlineCodes.map((code) => airlineTints[code].solid),
      count: routes.length,
    },
    ...airlineCodes.map((code) => ({
      id: code,
      name: airlineIdentities[code].name,
      lines: [airlineTints[code].solid],
      count: routes.filter(({ airlines }) => airlines.includes(code)).length,
    })),
  ];
  return (
    <fieldset className="mt-3 grid grid-cols-2 gap-2">
      <legend className="sr-only">{t('choice')}</legend>
      {choices.map(({ id, name, lines, count }) => (
        <label
          key={id}
          className="relative flex min-h-11 cursor-pointer flex-wrap items-center gap-x-2 rounded-button border border-line bg-surface px-3 py-1.5 text-sm font-semibold has-checked:border-brand-text has-checked:bg-brand-soft has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name="network"
            value={id}
            defaultChecked={id === 'all'}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          <span aria-hidden="true" className="flex h-1 w-4 overflow-hidden rounded-full">
            {lines.map((line) => (
              <span key={line} className={classNames('flex-1', line)} />
            ))}
          </span>
          {name}
          <span className="figures font-normal text-ink-muted">{t('routes', { count })}</span>
        </label>
      ))}
    </fieldset>
  );
}
