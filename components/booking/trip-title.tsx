import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { JourneyLabel } from './by-journey';

/** From where to where: `Rio Branco → Salvador`, `Rio Branco ⇄ Salvador`, or one journey after the other. */
export function TripTitle({ journeys }: { journeys: JourneyLabel[] }) {
  const t = useTranslations('journey');
  const [first] = journeys;
  if (!first) return null;
  if (first.direction) return <Route journey={first} icon="swap" words={t('return', placesOf(first))} />;
  return journeys.map((journey, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: journeys are their position in the trip
    <span key={index}>
      {index > 0 && ', '}
      <Route journey={journey} icon="arrow-right" words={t('oneWay', placesOf(journey))} />
    </span>
  ));
}

function placesOf({ from, to }: JourneyLabel) {
  return { from, to };
}

type RouteProps = { journey: JourneyLabel; icon: 'swap' | 'arrow-right'; words: string };

/** The signs are for eyes; a screen reader hears words. */
function Route({ journey, icon, words }: RouteProps) {
  return (
    <>
      <span className="sr-only">{words}</span>
      <span aria-hidden="true">
        {journey.from}{' '}
        <Icon name={icon} className="inline-block size-[0.95em] align-[-0.1em] text-brand-text" />{' '}
        {journey.to}
      </span>
    </>
  );
}
