import { type AirlineCode, airlines } from '../api/airlines';
import { inspectAftermath } from './aftermath';
import { type Crowd, gatherCrowd, race } from './buyers';
import type { ContestResult } from './contest';
import { hundredSeats, oneItinerary, oneSeat, rush, type SetUp } from './contests';
import { judge, tally } from './judge';

/** The contests that the product promises to survive, each with its own seats. */
export const allContests: readonly SetUp[] = [
  ...airlines.map((seller) => oneSeat(seller)),
  oneItinerary,
  hundredSeats,
  rush(1_500),
];

export type ContestsRequest = {
  /** Where the running sites answer, without a slash at the end. */
  sites: Record<AirlineCode, string>;
  /** Their databases, only read. */
  databases: Record<AirlineCode, string>;
  /** How often each contest is run; default once. */
  repeat?: number;
  contests?: readonly SetUp[];
  /** Days of travel (`YYYY-MM-DD`) whose seats may be used up; default four weeks from next week on. */
  dates?: readonly string[];
  /** Gets one line for each contest. */
  report(line: string): void;
};

/**
 * Lets many buyers want the same seats at three running airlines at the same moment and checks what they were told,
 * the seat maps and the three databases afterwards. A result without `faults` was a fair contest.
 */
export async function runContests(request: ContestsRequest): Promise<ContestResult[]> {
  const { contests = allContests, repeat = 1, report } = request;
  const crowd = await gatherCrowd(request.sites);
  const results: ContestResult[] = [];
  for (let round = 1; round <= repeat; round++) {
    for (const setUp of contests) {
      const result = await runContest(crowd, setUp, request);
      report(sentenceOf(result));
      for (const fault of result.faults.slice(0, 10)) report(`  fault: ${fault}`);
      results.push(result);
    }
  }
  return results;
}

async function runContest(crowd: Crowd, setUp: SetUp, request: ContestsRequest): Promise<ContestResult> {
  const { databases, dates = daysAhead(7, 21) } = request;
  const [client] = crowd.giro;
  if (!client) throw new Error('nobody buys at giro');
  const contest = await setUp({ client, dates });
  const startedAt = new Date();
  const attempts = await race(crowd, contest);
  const faults = [
    ...judge(contest, attempts),
    ...(await inspectAftermath({ crowd, databases, startedAt }, contest, attempts)),
  ];
  return {
    contest: contest.name,
    buyers: attempts.length,
    winners: attempts.filter(({ outcome }) => outcome === 'confirmed').length,
    expectedWinners: contest.prizes.length,
    refusals: tally(attempts.flatMap(({ refusal }) => refusal?.code ?? [])),
    statuses: tally(attempts.flatMap(({ statuses }) => statuses)),
    seconds: Math.max(...attempts.map(({ seconds }) => seconds)),
    faults,
  };
}

function sentenceOf(result: ContestResult): string {
  const { contest, buyers, winners, expectedWinners, refusals, statuses, seconds, faults } = result;
  const counted = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ');
  const verdict = faults.length === 0 ? 'fair' : `${faults.length} FAULTS`;
  return `${contest}: ${winners} of ${buyers} won (${expectedWinners} expected), ${verdict}, ${seconds.toFixed(1)} s; ${counted(refusals)}; HTTP ${counted(statuses)}`;
}

function daysAhead(first: number, count: number): string[] {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Sao_Paulo' });
  return Array.from({ length: count }, (_, day) =>
    format.format(Date.now() + (first + day) * 24 * 60 * 60_000),
  );
}
