import { type SearchParams, textOf } from './search-params';

export const tripTypes = ['return', 'oneway'] as const;
export type TripType = (typeof tripTypes)[number];

/** What stands in the form's fields, as typed. `trip` chooses whether `returnDate` counts. */
export type SearchValues = {
  trip: TripType;
  from: string;
  to: string;
  date: string;
  returnDate: string;
  passengers: string;
};

/** Fields of which something can be wrong. */
export type SearchField = Exclude<keyof SearchValues, 'trip'>;

/** What an address says of the form's fields; one passenger when it does not say how many. */
export function readValues(params: SearchParams): SearchValues {
  const returnDate = textOf(params.return);
  return {
    trip: tripTypeOf(textOf(params.trip), returnDate),
    from: textOf(params.from),
    to: textOf(params.to),
    date: textOf(params.date),
    returnDate,
    passengers: textOf(params.passengers) || '1',
  };
}

/** A link says the day of the way back or nothing; the form also says which kind of trip was chosen. */
function tripTypeOf(typed: string, returnDate: string): TripType {
  return tripTypes.find((known) => known === typed) ?? (returnDate === '' ? 'oneway' : 'return');
}
