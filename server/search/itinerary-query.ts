import type { AirlineCode } from '@/server/domain/airline-code';
import type { DayPart } from '@/server/domain/day-part';
import type { ItinerarySort } from '@/server/domain/itinerary';

/** Where a trip may begin or end. */
export type Terminus = { iata: string; timeZone: string };

/** What the search is asked, once places, dates and names have been checked. */
export type ItineraryQuery = {
  /** The date is the local date there. All airports of the city, or one. */
  origins: readonly Terminus[];
  /** None of them is an origin. */
  destinations: readonly Terminus[];
  date: string;
  /** Only trips that set out later than this: what has departed, or is closed for sale, is not offered. */
  departsAfter: Date;
  passengers: number;
  maxStops: number;
  airlines: ReadonlySet<AirlineCode>;
  /** Only itineraries with a leg of one of these. */
  involving?: ReadonlySet<AirlineCode>;
  /** Airports through which nobody wants to go. */
  avoided?: ReadonlySet<string>;
  /** Parts of the day, by the wall clock there, in which the trip may set out and may arrive; undefined: any. */
  departsIn?: ReadonlySet<DayPart>;
  arrivesIn?: ReadonlySet<DayPart>;
  sort: ItinerarySort;
  limit: number;
  /** The airports of the same city, itself included, when the traveller is willing to change airport. */
  onwardAirports?: (landed: string) => readonly string[];
  maxLegsConsidered?: number;
};
