import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import type { ShownState } from './leg-seats';
import { SeatGlyph } from './seat-glyph';
import { seatLook, seatShape } from './seat-look';
import type { MappedSeat } from './seat-map-data';

type Sample = { shown: ShownState; seat: Pick<MappedSeat, 'surchargeCents' | 'features'> };

const plain = { surchargeCents: 0, features: [] };

const samples = {
  free: { shown: 'free', seat: plain },
  paid: { shown: 'free', seat: { surchargeCents: 1, features: ['front'] } },
  legroom: { shown: 'free', seat: { surchargeCents: 1, features: ['extra-legroom'] } },
  mine: { shown: 'mine', seat: plain },
  held: { shown: 'held', seat: plain },
  taken: { shown: 'taken', seat: plain },
} as const satisfies Record<string, Sample>;

const sampleNames = Object.keys(samples) as (keyof typeof samples)[];

/** What each look of a seat means. */
export function SeatLegend() {
  const t = useTranslations('seats.legend');
  return (
    <section aria-labelledby="seat-legend">
      <h2 id="seat-legend" className="text-sm font-semibold">
        {t('title')}
      </h2>
      <ul className="mt-3 grid gap-x-4 gap-y-2 text-sm text-ink-muted max-lg:grid-cols-2">
        {sampleNames.map((name) => (
          <li key={name} className="flex items-center gap-2.5">
            <span
              aria-hidden="true"
              className={classNames(
                seatShape,
                'pointer-events-none size-7 shrink-0',
                seatLook(samples[name].shown, samples[name].seat),
              )}
            >
              <SeatGlyph {...samples[name]} passengerNumber={1} />
            </span>
            {t(name)}
          </li>
        ))}
        <li className="flex items-center gap-2.5">
          <span aria-hidden="true" className="flex w-7 justify-center text-positive">
            <Icon name="chevron-left" className="size-4" />
            <Icon name="chevron-right" className="size-4" />
          </span>
          {t('exit')}
        </li>
      </ul>
    </section>
  );
}
