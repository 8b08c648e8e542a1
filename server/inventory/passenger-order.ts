/**
 * Held seats in the order of the passengers: those that were held before keep their places, new ones follow. The
 * operating airline lists seats by when they were claimed, which says nothing about who sits where.
 */
export function inPassengerOrder(known: readonly string[], held: readonly string[]): string[] {
  const kept = known.filter((seat) => held.includes(seat));
  return [...kept, ...held.filter((seat) => !kept.includes(seat))];
}
