import { expect, test } from '@playwright/test';
import { deploymentOf, takeHandover } from './alliance/alliance-under-test';
import { type AirlineCode, airlines } from './api/airlines';
import { travelDateOf } from './api/trips';
import { hundredSeats, oneItinerary, oneSeat, rush, type SetUp } from './contests/contests';
import { runContests } from './contests/run-contests';

/** A taste of the contests; `npm run chaos -- contests` runs all of them, and 1,500 buyers at once. */
const tastes: [string, SetUp][] = [
  ...airlines.map((seller): [string, SetUp] => [
    `thirty buyers at each site want one seat of ${seller}: one gets it`,
    oneSeat(seller),
  ]),
  ['thirty buyers at each site want the same trip over three airlines: one gets all of it', oneItinerary],
  ['three hundred buyers want a hundred seats: each seat has one buyer', hundredSeats],
  ['a rush for trips and seats of all airlines: everybody is answered and nothing stays held', rush(150)],
];

for (const [title, contest] of tastes) {
  test(title, async () => {
    test.setTimeout(300_000);
    const results = await runContests({
      sites: eachAirline((code) => deploymentOf(code).siteUrl),
      databases: eachAirline((code) => takeHandover().environments[code]?.DATABASE_URL ?? ''),
      contests: [contest],
      dates: [travelDateOf('last-seat')],
      report: (line) => console.log(`  ${line}`),
    });
    for (const { faults, winners, expectedWinners } of results) {
      expect(faults).toEqual([]);
      expect(winners).toBe(expectedWinners);
    }
    expect(results).toHaveLength(1);
  });
}

function eachAirline<Value>(of: (code: AirlineCode) => Value): Record<AirlineCode, Value> {
  const [rumos, giro, boreal] = airlines;
  return { rumos: of(rumos), giro: of(giro), boreal: of(boreal) };
}
