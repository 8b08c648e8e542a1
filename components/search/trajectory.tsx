import { airlineTints } from '@/components/layout/airline-tints';
import type { ItineraryView } from '@/server/search/search-itineraries';

/** Minutes of a leg in the air; never less than one, it is a width. */
export function legMinutes(leg: { departsAt: string; arrivesAt: string }): number {
  return Math.max(1, Math.round((Date.parse(leg.arrivesAt) - Date.parse(leg.departsAt)) / 60_000));
}

/**
 * The trip as a line to scale: each leg solid in the colour of the airline that flies it, each connection a dotted gap
 * with its airport. Decoration: the same is said in words under it.
 */
export function Trajectory({ itinerary }: { itinerary: Pick<ItineraryView, 'legs' | 'connectionsMinutes'> }) {
  return (
    <div aria-hidden="true" className="trip-line">
      {itinerary.legs.flatMap((leg, index) => {
        const connection = itinerary.connectionsMinutes[index];
        return [
          <i
            key={leg.from}
            className={airlineTints[leg.airline].solid}
            style={{ flexGrow: legMinutes(leg) }}
          />,
          connection !== undefined && (
            <s key={`at ${leg.to}`} style={{ flexGrow: connection }}>
              {leg.to}
            </s>
          ),
        ];
      })}
    </div>
  );
}
