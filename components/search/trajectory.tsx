import { airlineTints } from '@/components/layout/airline-tints';
import { classNames } from '@/components/ui/class-names';
import type { ItineraryView } from '@/server/search/search-itineraries';

/** Minutes of a leg in the air; never less than one, it is a width. */
export function legMinutes(leg: { departsAt: string; arrivesAt: string }): number {
  return Math.max(1, Math.round((Date.parse(leg.arrivesAt) - Date.parse(leg.departsAt)) / 60_000));
}

/**
 * The trip as a line to scale: each leg solid in the colour of the airline that flies it, each connection a dashed gap
 * with its airport. Decoration: the same is said in words under it.
 */
export function Trajectory({ itinerary }: { itinerary: Pick<ItineraryView, 'legs' | 'connectionsMinutes'> }) {
  return (
    <div aria-hidden="true" className="flex w-full items-center">
      {itinerary.legs.map((leg, index) => {
        const connection = itinerary.connectionsMinutes[index];
        return (
          <div key={leg.legId} className="contents">
            <span
              className={classNames('h-1 min-w-3 rounded-full', airlineTints[leg.airline].solid)}
              style={{ flexGrow: legMinutes(leg) }}
            />
            {connection !== undefined && (
              <span
                className="figures relative flex min-w-12 items-center justify-center before:absolute before:inset-x-1 before:border-t-2 before:border-line-strong before:border-dotted"
                style={{ flexGrow: connection }}
              >
                <span className="relative bg-surface px-1 text-xs font-semibold text-ink-muted">
                  {leg.to}
                </span>
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
