import type { Airline } from './airline';

type States = WeakMap<Airline, unknown>;

/**
 * What one process remembers about an airline between calls: a cache or a note, never a truth. Next instantiates modules
 * several times in one process, so the values live on `globalThis`; they hang on the `Airline` object, so that a test
 * may run three of them side by side, and go with it.
 */
export function airlineState<State>(name: string, create: () => State): (airline: Airline) => State {
  const place = globalThis as { passcomAirlineStates?: Map<string, States> };
  place.passcomAirlineStates ??= new Map();
  const states = place.passcomAirlineStates.get(name) ?? new WeakMap();
  place.passcomAirlineStates.set(name, states);
  return (airline) => {
    const known = states.get(airline);
    if (known !== undefined) return known as State;
    const created = create();
    states.set(airline, created);
    return created;
  };
}
