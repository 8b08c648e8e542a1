import type { ReactNode } from 'react';
import { byJourney, type JourneyLabel } from './by-journey';
import { JourneyHeading } from './journey-heading';

type JourneyListProps<Leg> = {
  journeys: JourneyLabel[];
  /** All legs of the trip in the order of travel. */
  legs: Leg[];
  keyOf: (leg: Leg) => string;
  children: (leg: Leg) => ReactNode;
};

/** The legs of a trip, each way under its heading; a trip one way has none, because the page has said it all. */
export function JourneyList<Leg>({ journeys, legs, keyOf, children }: JourneyListProps<Leg>) {
  const listOf = (items: Leg[]) => (
    <ol className="space-y-7">
      {items.map((leg) => (
        <li key={keyOf(leg)}>{children(leg)}</li>
      ))}
    </ol>
  );
  if (journeys.length < 2) return listOf(legs);
  return (
    <div className="space-y-9">
      {byJourney(journeys, legs).map(({ journey, firstIndex, items }, index) => (
        <div key={firstIndex} className="space-y-5">
          <JourneyHeading journey={journey} number={index + 1} />
          {listOf(items)}
        </div>
      ))}
    </div>
  );
}
