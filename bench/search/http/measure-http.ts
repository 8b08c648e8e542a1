import * as http from 'node:http';
import type { Random } from '@/e2e/chaos/random';
import type { SearchAnswer } from '@/server/search/search-itineraries';
import type { SearchQueryInput } from '@/server/search/search-query';
import type { Timing } from '../compare-methods';
import { type BenchQuery, drawQueries } from '../network/draw-queries';
import type { BenchNetwork } from '../network/networks';
import { answerIn, ask, type Door, procedures } from './ask';
import { startServer } from './start-server';

/** One way of asking: alone or with others, for the front or for a page. The reference is the index, asked for the front. */
export type HttpLine = Timing & { atOnce: number };

export type HttpFigures = {
  lines: HttpLine[];
  /** How long the server took to read its index from PostgreSQL. */
  indexReadMs: number;
  /** Queries whose two answers differ. */
  differences: string[];
};

const clients = [1, 8];
const pageLimit = 50;
const turnLength = 24;

/** Of the index, at the server. What compares the answers, and a stretch with all clients, warm up the rest. */
const warmUpQueries = 300;

type Wanted = { network: BenchNetwork; url: string; count: number; random: Random };

/** Asks the product's verb and the join, behind one server, the same queries over kept connections. */
export async function measureHttp({ network, url, count, random }: Wanted): Promise<HttpFigures> {
  const server = await startServer(url);
  const agent = new http.Agent({ keepAlive: true, maxSockets: Math.max(...clients) });
  const door = { port: server.port, agent };
  try {
    for (const query of drawQueries({ ...network, random }, warmUpQueries)) {
      await ask(door, procedures.index, inputOf(query));
    }
    const queries = drawQueries({ ...network, random }, count);
    const { asked, differences } = await compareAnswers(door, queries);
    // Each of the server's connections prepares the join for itself.
    const stretch = asked.slice(0, turnLength);
    for (const way of ways) await askTogether(door, { way, stretch, atOnce: Math.max(...clients) });
    const lines: HttpLine[] = [];
    for (const atOnce of clients) lines.push(...(await measureTogether(door, asked, atOnce)));
    return { lines, indexReadMs: server.indexReadMs, differences };
  } finally {
    agent.destroy();
    await server.stop();
  }
}

async function compareAnswers(
  door: Door,
  queries: readonly BenchQuery[],
): Promise<{ asked: SearchQueryInput[]; differences: string[] }> {
  /** As asked, its limit the size of its front: so both procedures give the same list. */
  const asked: SearchQueryInput[] = [];
  const differences: string[] = [];
  for (const query of queries) {
    const input = inputOf(query);
    const joined = answerIn(await ask(door, procedures.join, input));
    const limited = { ...input, limit: Math.max(1, joined.itineraries.length) };
    const indexed = answerIn(await ask(door, procedures.index, limited));
    asked.push(limited);
    const isSame = comparable(joined) === comparable(indexed);
    if (!isSame) differences.push(`HTTP: ${JSON.stringify(input)}`);
  }
  return { asked, differences };
}

function inputOf({ from, to, query: { date, passengers, maxStops } }: BenchQuery): SearchQueryInput {
  return { from, to, date, passengers, maxStops };
}

function comparable({ itineraries }: SearchAnswer): string {
  return JSON.stringify(itineraries.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(sortedEntries));
}

/** Two objects of the same fields may have them in another order. */
function sortedEntries(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedEntries);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, held]) => [name, sortedEntries(held)]);
}

type Way = { name: string; procedure: string; limited(asked: SearchQueryInput): SearchQueryInput };

/** What tables and goals call them. */
export const httpWays = {
  front: 'index, the front',
  page: `index, a page of ${pageLimit}`,
  join: 'PostgreSQL join, the front',
} as const;

const ways: Way[] = [
  { name: httpWays.front, procedure: procedures.index, limited: (asked) => asked },
  {
    name: httpWays.page,
    procedure: procedures.index,
    limited: (asked) => ({ ...asked, limit: pageLimit }),
  },
  { name: httpWays.join, procedure: procedures.join, limited: (asked) => asked },
];

/** The ways take turns over stretches of the queries. */
async function measureTogether(
  door: Door,
  asked: readonly SearchQueryInput[],
  atOnce: number,
): Promise<HttpLine[]> {
  const lines = ways.map(({ name }): HttpLine => ({ name, atOnce, latenciesMs: [], referenceMs: [] }));
  for (let first = 0; first < asked.length; first += turnLength) {
    const stretch = asked.slice(first, first + turnLength);
    const taken: number[][] = [];
    for (const way of ways) taken.push(await askTogether(door, { way, stretch, atOnce }));
    for (const [number, line] of lines.entries()) {
      line.latenciesMs.push(...(taken[number] ?? []));
      line.referenceMs.push(...(taken[0] ?? []));
    }
  }
  return lines;
}

type Stretch = { way: Way; stretch: readonly SearchQueryInput[]; atOnce: number };

/** So many clients, each asking the next query as soon as it has an answer. Milliseconds of each query. */
async function askTogether(door: Door, { way, stretch, atOnce }: Stretch): Promise<number[]> {
  const waiting = stretch.map((asked) => way.limited(asked));
  const latenciesMs: number[] = [];
  const client = async () => {
    for (let input = waiting.shift(); input; input = waiting.shift()) {
      const begunAt = performance.now();
      await ask(door, way.procedure, input);
      latenciesMs.push(performance.now() - begunAt);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  return latenciesMs;
}
