import type postgres from 'postgres';
import { findFront, findItineraries } from '@/server/search/find-itineraries';
import type { LegIndex } from '@/server/search/leg-index/leg-index';
import type { BenchQuery } from '../network/draw-queries';
import { type Departures, findByBreadth } from './breadth-first';
import { findByScan } from './connection-scan';
import { tripsOf } from './found-trip';
import { findByJoin, joinedTrips } from './join';
import type { Method, Question } from './method';
import { askGraph, type ExpandedGraph } from './time-expanded';
import type { Timetable } from './timetable';

type Takes = Method['takes'];

const every: Takes = () => true;

/** The product: the exact front and nothing else, which is what all the others find. */
export function indexMethod(index: LegIndex): Method {
  return {
    name: 'index: findFront',
    takes: every,
    prepare: ({ query }) => ({
      run: () => {
        const { itineraries } = findFront(index, query);
        return () => ({ kind: 'front', trips: tripsOf(itineraries, query.passengers) });
      },
    }),
  };
}

/** The product as a page asks it: the front and the best others, fifty together. */
export function indexPageMethod(index: LegIndex): Method {
  return {
    name: 'index: findItineraries, 50',
    takes: every,
    prepare: ({ query }) => ({
      run: () => {
        const { itineraries } = findItineraries(index, query);
        const front = itineraries.filter(({ pareto }) => pareto);
        return () => ({ kind: 'front', trips: tripsOf(front, query.passengers) });
      },
    }),
  };
}

export function scanMethod(timetable: Timetable): Method {
  return {
    name: 'own connection scan',
    takes: every,
    prepare: ({ query }) => ({
      run: () => {
        const trips = findByScan(timetable, query);
        return () => ({ kind: 'front', trips });
      },
    }),
  };
}

export function joinMethod(sql: postgres.Sql, takes: Takes): Method {
  return {
    name: 'PostgreSQL join',
    takes,
    prepare: ({ query }) => ({
      run: async () => {
        const rows = await findByJoin(sql, query);
        return () => ({ kind: 'front', trips: joinedTrips(rows) });
      },
    }),
  };
}

export function breadthMethod(name: string, departures: Departures, takes: Takes): Method {
  return {
    name,
    takes,
    prepare: ({ query }) => ({
      run: () => {
        const trips = findByBreadth(departures, query);
        return () => ({ kind: 'front', trips });
      },
    }),
  };
}

/** `graphOf` gives the graph of a query's date; making it, and linking the query's ends into it, is not timed. */
export function pathMethod(graphOf: (asked: BenchQuery) => ExpandedGraph, takes: Takes): Method {
  return {
    name: 'ngraph.path A* (one cheapest)',
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
