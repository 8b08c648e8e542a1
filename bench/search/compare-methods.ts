import { sweepYoung } from './memory';
import { type FoundTrip, sameTrips } from './methods/found-trip';
import type { Answer, Method } from './methods/method';
import type { BenchQuery } from './network/draw-queries';

/** What one method took, and what the first one took for the very same queries at nearly the same time. */
export type Timing = { name: string; latenciesMs: number[]; referenceMs: number[] };

export type Comparison = {
  timings: Timing[];
  frontSizes: number[];
  /** How many answers were compared with that of the first method. */
  compared: number;
  /** One sentence per query and method whose answer differs from that of the first method. */
  differences: string[];
};

/** So many queries a method is asked at a stretch: enough for warm caches, few enough that noise hits all alike. */
const turnLength = 20;

/**
 * Asks every method the queries that it takes. The first method takes them all and is what the others are compared with,
 * in answer and in time. The methods take turns, each time another one begins: what else the machine does hits all.
 */
export async function compareMethods(
  methods: readonly Method[],
  queries: readonly BenchQuery[],
): Promise<Comparison> {
  const timings = methods.map(({ name }): Timing => ({ name, latenciesMs: [], referenceMs: [] }));
  const comparison: Comparison = { timings, frontSizes: [], compared: 0, differences: [] };
  for (let first = 0; first < queries.length; first += turnLength) {
    const outcomes = await takeTurns(methods, queries, first);
    for (let place = first; place < Math.min(first + turnLength, queries.length); place++) {
      const query = queries[place];
      if (query) note(comparison, query, (number) => outcomes[number]?.get(place));
    }
  }
  return comparison;
}

type Outcome = { ms: number; answer: Answer };

/** By method, then by the query's place. */
async function takeTurns(
  methods: readonly Method[],
  queries: readonly BenchQuery[],
  first: number,
): Promise<Map<number, Outcome>[]> {
  const outcomes = methods.map(() => new Map<number, Outcome>());
  for (let turn = 0; turn < methods.length; turn++) {
    const number = (turn + first / turnLength) % methods.length;
    const method = methods[number];
    sweepYoung();
    for (const [offset, query] of queries.slice(first, first + turnLength).entries()) {
      if (!method?.takes(first + offset)) continue;
      outcomes[number]?.set(first + offset, await askOnce(method, query));
    }
  }
  return outcomes;
}

function note(
  comparison: Comparison,
  { from, to, query }: BenchQuery,
  outcomeOf: (method: number) => Outcome | undefined,
): void {
  const { timings, frontSizes, differences } = comparison;
  const reference = outcomeOf(0);
  if (reference?.answer.kind !== 'front') throw new Error('the first method gives a front for every query');
  frontSizes.push(reference.answer.trips.length);
  for (const [number, timing] of timings.entries()) {
    const outcome = outcomeOf(number);
    if (!outcome) continue;
    timing.latenciesMs.push(outcome.ms);
    timing.referenceMs.push(reference.ms);
    if (number > 0) comparison.compared += 1;
    if (agrees(outcome.answer, reference.answer.trips)) continue;
    differences.push(`${timing.name}: ${from} → ${to} on ${query.date} for ${query.passengers}`);
  }
}

async function askOnce(method: Method, query: BenchQuery): Promise<Outcome> {
  const question = method.prepare(query);
  const begunAt = performance.now();
  const running = question.run();
  const answered = running instanceof Promise ? await running : running;
  const ms = performance.now() - begunAt;
  const answer = answered();
  question.close?.();
  return { ms, answer };
}

function agrees(answer: Answer, front: readonly FoundTrip[]): boolean {
  if (answer.kind === 'front') return sameTrips(answer.trips, front);
  const cheapest = front.length === 0 ? null : Math.min(...front.map(({ fareCents }) => fareCents));
  return answer.fareCents === cheapest;
}
