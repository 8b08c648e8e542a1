import type postgres from 'postgres';
import { findFront, findItineraries } from '@/server/search/find-itineraries';
import type { ItineraryQuery } from '@/server/search/itinerary-query';
import type { LegIndex } from '@/server/search/leg-index/leg-index';
import type { BenchQuery } from '../network/draw-queries';
import { type Departures, findByBreadth } from './breadth-first';
import { findByScan } from './connection-scan';
import { type FoundTrip, tripsOf } from './found-trip';
import { findByJoin, joinedTrips } from './join';
import type { Method, Question } from './method';
import { askGraph, type ExpandedGraph } from './time-expanded';
import type { Timetable } from './timetable';

/** What tables and goals call each of them. */
export const methodNames = {
  front: 'index: findFront',
  page: 'index: findItineraries, 50',
  scan: 'own connection scan',
  join: 'PostgreSQL join',
  wholeLists: 'plain breadth-first, whole lists',
  sortedLists: 'plain breadth-first, sorted lists',
  path: 'ngraph.path A* (one cheapest)',
} as const;

type Takes = Method['takes'];

const every: Takes = () => true;

/** The product: the exact front and nothing else, which is what all the others find. */
export function indexMethod(index: LegIndex): Method {
  return inMemory(methodNames.front, every, (query) => {
    const { itineraries } = findFront(index, query);
    return () => tripsOf(itineraries, query.passengers);
  });
}

/** The product as a page asks it: the front and the best others, fifty together. */
export function indexPageMethod(index: LegIndex): Method {
  return inMemory(methodNames.page, every, (query) => {
    const { itineraries } = findItineraries(index, query);
    return () =>
      tripsOf(
        itineraries.filter(({ pareto }) => pareto),
        query.passengers,
      );
  });
}

export function scanMethod(timetable: Timetable): Method {
  return inMemory(methodNames.scan, every, (query) => {
    const trips = findByScan(timetable, query);
    return () => trips;
  });
}

export function breadthMethod(name: string, departures: Departures, takes: Takes): Method {
  return inMemory(name, takes, (query) => {
    const trips = findByBreadth(departures, query);
    return () => trips;
  });
}

/** A method that finds a front in this process. What `find` returns says it in the words of the comparison, off the clock. */
function inMemory(
  name: string,
  takes: Takes,
  find: (query: ItineraryQuery) => () => readonly FoundTrip[],
): Method {
  return {
    name,
    takes,
    prepare: ({ query }) => ({
      run: () => {
        const trips = find(query);
        return () => ({ kind: 'front', trips: trips() });
      },
    }),
  };
}

export function joinMethod(sql: postgres.Sql, takes: Takes): Method {
  return {
    name: methodNames.join,
    takes,
    prepare: ({ query }) => ({
      run: async () => {
        const rows = await findByJoin(sql, query);
        return () => ({ kind: 'front', trips: joinedTrips(rows) });
      },
    }),
  };
}

/** `graphOf` gives the graph of a query's date; making it, and linking the query's ends into it, is not timed. */
export function pathMethod(graphOf: (asked: BenchQuery) => ExpandedGraph, takes: Takes): Method {
  return {
    name: methodNames.path,
    takes,
    prepare: (asked): Question => {
      const question = askGraph(graphOf(asked), asked.query);
      return {
        run: () => {
          const fareCents = question.find();
          return () => ({ kind: 'cheapest', fareCents });
        },
        close: question.close,
      };
    },
  };
}
