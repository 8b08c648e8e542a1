/** One way of a trip in words, ready to be shown. */
export type JourneyLabel = {
  /** Which of the two ways of a trip there and back; null in any other trip. */
  direction: 'there' | 'back' | null;
  /** Cities. */
  from: string;
  to: string;
  /** `sex., 11 de dez.` of the local departure. */
  date: string;
  legCount: number;
};

/** Deals out a list that has one item for each leg of the trip; `firstIndex` is the place of a journey's first item. */
export function byJourney<Item>(
  journeys: readonly JourneyLabel[],
  items: readonly Item[],
): { journey: JourneyLabel; firstIndex: number; items: Item[] }[] {
  let next = 0;
  return journeys.map((journey) => {
    const firstIndex = next;
    next += journey.legCount;
    return { journey, firstIndex, items: items.slice(firstIndex, next) };
  });
}
