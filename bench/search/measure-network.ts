import postgres from 'postgres';
import type { Random } from '@/e2e/chaos/random';
import type { IndexedLeg, LegIndex } from '@/server/search/leg-index/leg-index';
import { type Comparison, compareMethods } from './compare-methods';
import { type IndexFigures, measureBuild } from './measure-index';
import { type LongSearches, measureCalendars, measureThreeStops } from './measure-long-searches';
import { measureUpdates, type UpdateCost, wrongAfterUpdates } from './measure-updates';
import { sweepYoung } from './memory';
import { filteredDepartures, sortedDepartures } from './methods/breadth-first';
import {
  breadthMethod,
  indexMethod,
  indexPageMethod,
  joinMethod,
  methodNames,
  pathMethod,
  scanMethod,
} from './methods/contestants';
import { spread } from './methods/method';
import { originDays } from './methods/origin-days';
import { type ExpandedGraph, expandGraph } from './methods/time-expanded';
import { buildTimetable } from './methods/timetable';
import { type BenchQuery, datesOf, drawQueries } from './network/draw-queries';
import type { BenchNetwork } from './network/networks';

/** How many of the queries each slow method is asked. */
export type Shares = { all: number; join: number; wholeLists: number; sortedLists: number; path: number };

export type NetworkFigures = {
  index: IndexFigures;
  comparison: Comparison;
  updates: UpdateCost[];
  threeStops: LongSearches;
  calendarsMs: number[];
  calendarDays: number;
};

const warmUpQueries = 1_000;

/** Enough for a plan that PostgreSQL keeps. */
const joinWarmUpQueries = 10;

const longSearches = 200;
const calendars = 100;
const checkedAfterUpdates = 200;
const daysOfMonth = 31;

type Measuring = { network: BenchNetwork; url: string; shares: Shares; random: Random };

/** Everything that is measured in this process on one network. Its legs are changed by the updates, at the end. */
export async function measureNetwork({ network, url, shares, random }: Measuring): Promise<NetworkFigures> {
  const { index, figures } = measureBuild(network.legs);
  const queries = drawQueries({ ...network, random }, shares.all);
  const warmUp = drawQueries({ ...network, random }, warmUpQueries);
  const comparison = await compareAll({ network, url, shares, index, queries, warmUp });
  sweepYoung();
  const threeStops = measureThreeStops(index, queries.slice(0, longSearches));
  const days = datesOf(network.window).slice(0, daysOfMonth);
  const calendarsMs = measureCalendars(index, queries.slice(0, calendars), days);
  const changing = { index, legs: network.legs, random };
  const updates = measureUpdates(changing);
  comparison.differences.push(...wrongAfterUpdates(changing, warmUp.slice(0, checkedAfterUpdates)));
  return { index: figures, comparison, updates, threeStops, calendarsMs, calendarDays: days.length };
}

type Comparing = Pick<Measuring, 'network' | 'url' | 'shares'> & {
  index: LegIndex;
  queries: readonly BenchQuery[];
  warmUp: readonly BenchQuery[];
};

/**
 * The quick methods first, alone in the process: what the slow ones keep and throw away is gigabytes of objects, and the
 * collector would stop everybody. The index is asked both times, as the reference of those beside it.
 */
async function compareAll(comparing: Comparing): Promise<Comparison> {
  const quick = await compareQuick(comparing);
  const slow = await compareSlow(comparing);
  return {
    timings: [...quick.timings, ...slow.timings.slice(1)],
    frontSizes: quick.frontSizes,
    compared: quick.compared + slow.compared,
    differences: [...quick.differences, ...slow.differences],
  };
}

async function compareQuick({
  network,
  url,
  shares,
  index,
  queries,
  warmUp,
}: Comparing): Promise<Comparison> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const inMemory = [
      indexMethod(index),
      indexPageMethod(index),
      scanMethod(buildTimetable(network.legs)),
    ] as const;
    const join = joinMethod(sql, spread(queries.length, shares.join));
    const warmUps = [
      await compareMethods(inMemory, warmUp),
      await compareMethods([inMemory[0], join], warmUp.slice(0, joinWarmUpQueries)),
    ];
    const measured = await compareMethods([...inMemory, join], queries);
    // A warm-up is not timed, but its answers are answers.
    for (const { compared, differences } of warmUps) {
      measured.compared += compared;
      measured.differences.push(...differences);
    }
    return measured;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function compareSlow({ network, shares, index, queries }: Comparing): Promise<Comparison> {
  const of = (count: number) => spread(queries.length, count);
  const { wholeLists, sortedLists } = methodNames;
  const slow = [
    shares.wholeLists > 0 &&
      breadthMethod(wholeLists, filteredDepartures(network.legs), of(shares.wholeLists)),
    shares.sortedLists > 0 &&
      breadthMethod(sortedLists, sortedDepartures(network.legs), of(shares.sortedLists)),
    shares.path > 0 && pathMethod(graphsByDate(network.legs), of(shares.path)),
  ];
  return compareMethods([indexMethod(index), ...slow.filter((method) => method !== false)], queries);
}

/** The graph of the date last asked for; one at a time is kept, a date's graph takes some hundred MiB. */
function graphsByDate(legs: readonly IndexedLeg[]): (asked: BenchQuery) => ExpandedGraph {
  let last: { date: string; graph: ExpandedGraph } | null = null;
  return ({ query }) => {
    if (last?.date === query.date) return last.graph;
    const days = originDays({ ...query, origins: everyZone });
    const span = {
      begins: Math.min(...days.map(({ begins }) => begins)),
      ends: Math.max(...days.map(({ ends }) => ends)),
    };
    last = { date: query.date, graph: expandGraph(legs, span) };
    return last.graph;
  };
}

/** A date's first and last midnight in Brazil. */
const everyZone = [
  { iata: 'FEN', timeZone: 'America/Noronha' },
  { iata: 'RBR', timeZone: 'America/Rio_Branco' },
];
