import type { IndexedLeg } from '@/server/search/leg-index/leg-index';

/** All legs in the order of their departures, in columns: what a connection scan runs over. Minutes since 1970 UTC. */
export type Timetable = {
  legs: readonly IndexedLeg[];
  departs: Int32Array;
  arrives: Int32Array;
  fareCents: Int32Array;
  seatsLeft: Int16Array;
  from: Uint16Array;
  to: Uint16Array;
  airline: Uint8Array;
  /** One number per airline, flight number and service date: the same aircraft goes on. */
  flight: Int32Array;
  airportNumbers: ReadonlyMap<string, number>;
  airlineNumbers: ReadonlyMap<string, number>;
  /** From which airports there is any leg to this one. */
  linkedTo: readonly (readonly number[])[];
};

export function buildTimetable(unsorted: readonly IndexedLeg[]): Timetable {
  const legs = unsorted.toSorted((a, b) => a.departsMinute - b.departsMinute || (a.legId < b.legId ? -1 : 1));
  const airports = numbering();
  const airlines = numbering();
  const flights = numbering();
  const column = (read: (leg: IndexedLeg) => number) => Int32Array.from(legs, read);
  const from = Uint16Array.from(legs, (leg) => airports.numberOf(leg.from));
  const to = Uint16Array.from(legs, (leg) => airports.numberOf(leg.to));
  const linked = Array.from(airports.numbers, () => new Set<number>());
  for (const [place, origin] of from.entries()) linked[to[place] ?? 0]?.add(origin);
  return {
    legs,
    departs: column((leg) => leg.departsMinute),
    arrives: column((leg) => leg.arrivesMinute),
    fareCents: column((leg) => leg.fareCents),
    seatsLeft: Int16Array.from(legs, (leg) => leg.seatsLeft),
    from,
    to,
    airline: Uint8Array.from(legs, (leg) => airlines.numberOf(leg.airline)),
    flight: column((leg) => flights.numberOf(`${leg.airline} ${leg.flightNumber} ${leg.serviceDate}`)),
    airportNumbers: airports.numbers,
    airlineNumbers: airlines.numbers,
    linkedTo: linked.map((origins) => [...origins]),
  };
}

function numbering() {
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  };
  return { numbers, numberOf };
}
