import postgres from 'postgres';
import { waitUntil } from '@/scripts/wait-until';
import { type AirlineCode, airlines } from '../api/airlines';
import { seatMap } from '../api/trips';
import type { Crowd } from './buyers';
import type { Attempt, Contest } from './contest';

/** An undecided purchase is resolved within this, also when its coordinator fell over in the rush. */
const settledMs = 15_000;

/** Sites see each other's seats at the owner; anything later is a fault. */
const mapsMs = 5_000;

export type Arena = {
  crowd: Crowd;
  databases: Record<AirlineCode, string>;
  /** By the clock of the machine that runs the contest, which is the airlines' too. */
  startedAt: Date;
};

/**
 * What the three databases and every site's seat maps say against a contest that is over:
 * nothing held, prepared, undecided or unanswered, and every prize sold once, to the buyer who was told so.
 */
export async function inspectAftermath(
  { crowd, databases, startedAt }: Arena,
  contest: Contest,
  attempts: readonly Attempt[],
): Promise<string[]> {
  const legIds = [...new Set(contest.prizes.flatMap(({ legs }) => legs.map(({ legId }) => legId)))];
  const faults: string[] = [];
  for (const airline of airlines) {
    const sql = postgres(databases[airline], { max: 1, onnotice: () => undefined });
    try {
      await waitUntil(async () => (await leftovers(sql, { legIds, startedAt })).length === 0, settledMs, 250);
      faults.push(...(await leftovers(sql, { legIds, startedAt })).map((fault) => `${fault} at ${airline}`));
      faults.push(...(await missold(sql, { airline, contest, attempts })));
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  return [...faults, ...(await seatsNotTaken(crowd, contest))];
}

/** What must not be left of a contest when it is over. */
async function leftovers(
  sql: postgres.Sql,
  { legIds, startedAt }: { legIds: string[]; startedAt: Date },
): Promise<string[]> {
  const rows = await sql<{ what: string; count: number }[]>`
    select 'claims ' || state as what, count(*)::int from seat_claims
      where state in ('held', 'prepared') and leg_id = any(${legIds}) group by state
    union all select 'undecided transactions', count(*)::int from global_transactions
      where decision is null and created_at >= ${startedAt}
    union all select 'purchases without an answer', count(*)::int from requests
      where result is null and created_at >= ${startedAt}`;
  return rows.filter(({ count }) => count > 0).map(({ what, count }) => `${count} ${what}`);
}

type Sold = { seat: string; locators: string[]; claim: string | null };

async function missold(
  sql: postgres.Sql,
  { airline, contest, attempts }: { airline: AirlineCode; contest: Contest; attempts: readonly Attempt[] },
): Promise<string[]> {
  const wanted = contest.prizes.flatMap((prize) =>
    prize.legs
      .filter(({ legId }) => legId.startsWith(`${airline}:`))
      .flatMap(({ legId, seats }) => seats.map((seat) => ({ prize, seat: `${legId} ${seat}` }))),
  );
  const rows = await sql<Sold[]>`
    select wanted.seat,
      (select state from seat_claims where leg_id || ' ' || seat_claims.seat = wanted.seat) as claim,
      array(select record_locator from coupons
        where leg_id || ' ' || coupons.seat = wanted.seat and state = 'open') as locators
    from unnest(${wanted.map(({ seat }) => seat)}::text[]) as wanted(seat)`;
  const sold = new Map(rows.map((row) => [row.seat, row]));
  return wanted.flatMap(({ prize, seat }) => {
    const winner = attempts.find((one) => one.prize === prize && one.outcome === 'confirmed');
    const { claim, locators } = sold.get(seat) ?? { claim: null, locators: [] };
    const isRight = winner
      ? claim === 'sold' && locators.join() === winner.recordLocator
      : claim === null && locators.length === 0;
    return isRight ? [] : [`${seat} is ${claim} by ${locators.join()}, not by ${winner?.recordLocator}`];
  });
}

async function seatsNotTaken(crowd: Crowd, { prizes }: Contest): Promise<string[]> {
  const wanted = prizes.flatMap(({ legs }) => legs);
  const legIds = [...new Set(wanted.map(({ legId }) => legId))];
  const faults: string[] = [];
  for (const site of airlines) {
    const [client] = crowd[site];
    if (!client) continue;
    const notTaken = async () => {
      const maps = await Promise.all(legIds.map((legId) => seatMap(client, legId)));
      const taken = new Set(
        maps.flatMap(({ legId, rows }) =>
          rows
            .flatMap(({ seats }) => seats)
            .filter(({ state }) => state === 'taken')
            .map(({ designator }) => `${legId} ${designator}`),
        ),
      );
      return wanted
        .flatMap(({ legId, seats }) => seats.map((seat) => `${legId} ${seat}`))
        .filter((one) => !taken.has(one));
    };
    await waitUntil(async () => (await notTaken()).length === 0, mapsMs, 250);
    faults.push(...(await notTaken()).map((seat) => `${seat} is for sale at ${site}`));
  }
  return faults;
}
