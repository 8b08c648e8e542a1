import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '@/scripts/wait-until';
import type { AirlineCode } from '../../api/airlines';
import type { Databases } from '../databases';
import { countUnsequenced } from './heads';

/** Behind the days on which the seats are that purchases take: those must keep their price. */
const firstChangedDay = 16;

/** A leg with the fare that it has now. */
export type Fare = { legId: string; fareCents: number };

/**
 * Raises the fares of so many legs of an airline by one real in one tx, with a note for the peers, as an import writes
 * them; `skip` of them in their order are left out. Returns the last of them.
 */
export async function raiseFares(
  databases: Databases,
  airline: AirlineCode,
  { count, skip = 0 }: { count: number; skip?: number },
): Promise<Fare> {
  const raised = await databases.of(airline).begin(async (tx) => {
    await tx`select from catalogues where airline = ${airline} for update`;
    const rows = await tx<Fare[]>`
      with chosen as (
        select leg_id, row_number() over (order by leg_id) as place from legs
        where airline = ${airline} and service_date >= current_date + ${firstChangedDay}::int
        order by leg_id offset ${skip} limit ${count}
      )
      update legs set fare_cents = fare_cents + 100,
        change_seq = chosen.place + (select change_seq from catalogues where airline = ${airline})
      from chosen where legs.leg_id = chosen.leg_id
      returning legs.leg_id as "legId", legs.fare_cents as "fareCents"`;
    await tx`update catalogues set change_seq = change_seq + ${rows.length} where airline = ${airline}`;
    await tx`
      insert into outbox (entity, entity_id)
      select 'leg', id from unnest(${rows.map(({ legId }) => legId)}::text[]) as id`;
    return rows;
  });
  const last = raised.at(-1);
  if (!last || raised.length < count)
    throw new Error(`${airline} has ${raised.length} legs to change, not ${count}`);
  return last;
}

/** A new fare with its note in a tx that stays open until `commit`. The catalogue is not locked: others go on. */
export async function waitingFare(
  databases: Databases,
  airline: AirlineCode,
): Promise<{ fare: Fare; commit(): Promise<void> }> {
  const connection = await databases.of(airline).reserve();
  await connection`begin`;
  const [fare] = await connection<Fare[]>`
    update legs set fare_cents = fare_cents + 100
    where leg_id = (select max(leg_id) from legs
      where airline = ${airline} and service_date >= current_date + ${firstChangedDay}::int)
    returning leg_id as "legId", fare_cents as "fareCents"`;
  if (!fare) throw new Error(`${airline} has no leg to change`);
  await connection`insert into outbox (entity, entity_id) values ('leg', ${fare.legId})`;
  return {
    fare,
    async commit() {
      await connection`commit`;
      connection.release();
    },
  };
}

/** How many of its legs `raiseFares` can change. */
export async function countChangeable(databases: Databases, airline: AirlineCode): Promise<number> {
  const [row] = await databases.of(airline)<{ count: number }[]>`
    select count(*)::int as count from legs
    where airline = ${airline} and service_date >= current_date + ${firstChangedDay}::int`;
  return row?.count ?? 0;
}

const sequencedMs = 20_000;
const entriesOfRound = 500;

/** So many entries of an airline's log: each round is sequenced before the next, or repeated legs would become one. */
export async function writeMany(databases: Databases, airline: AirlineCode, count: number): Promise<Fare> {
  const room = (await countChangeable(databases, airline)) - entriesOfRound;
  let last: Fare | null = null;
  for (let written = 0; written < count; written += entriesOfRound) {
    last = await raiseFares(databases, airline, {
      count: Math.min(entriesOfRound, count - written),
      skip: written % room,
    });
    await sequenced(databases, airline);
  }
  if (!last) throw new Error('nothing was to be written');
  return last;
}

/** Goes on changing some fares of these airlines until it is stopped; answers then how many it has changed. */
export function keepChanging(
  databases: Databases,
  airlines: readonly AirlineCode[],
): { stop(): Promise<number> } {
  let isOver = false;
  const change = async () => {
    let changed = 0;
    while (!isOver) {
      for (const code of airlines) await raiseFares(databases, code, { count: 20, skip: changed % 1_000 });
      changed += 20 * airlines.length;
      await pause(100);
    }
    return changed;
  };
  const changing = change();
  // Whoever stops it hears of its failure; until then it must not end the process.
  changing.catch(() => undefined);
  return {
    stop() {
      isOver = true;
      return changing;
    },
  };
}

/** Waits until everything that an airline has noted is in its log. */
export async function sequenced(databases: Databases, airline: AirlineCode): Promise<void> {
  // A database that has just come back may not answer yet.
  const isDone = async () => (await countUnsequenced(databases, airline).catch(() => 1)) === 0;
  const done = await waitUntil(isDone, sequencedMs, 10);
  if (!done) throw new Error(`${airline} has not sequenced its changes after ${sequencedMs / 1_000} s`);
}

export type Awaited = { at: AirlineCode; since: number; deadlineMs: number };

/** Ms from `since` until a copy has this fare; throws after the deadline. */
export function fareArrives(databases: Databases, fare: Fare, awaited: Awaited): Promise<number> {
  return arrives(awaited, `the fare of ${fare.legId}`, () => hasFare(databases, awaited.at, fare));
}

/** Is this the fare that an airline knows? */
export async function hasFare(
  databases: Databases,
  at: AirlineCode,
  { legId, fareCents }: Fare,
): Promise<boolean> {
  const [row] = await databases.of(at)<{ fareCents: number }[]>`
    select fare_cents as "fareCents" from legs where leg_id = ${legId}`;
  return row?.fareCents === fareCents;
}

/** Ms from `since` until a copy shows the seat as taken. */
export function saleArrives(
  databases: Databases,
  { legId, seat }: { legId: string; seat: string },
  awaited: Awaited,
): Promise<number> {
  return arrives(awaited, `the sale of ${legId} ${seat}`, async () => {
    const [row] = await databases.of(awaited.at)<{ taken: boolean }[]>`
      select ${seat} = any(taken_seats) as taken from legs where leg_id = ${legId}`;
    return row?.taken ?? false;
  });
}

async function arrives(
  { at, since, deadlineMs }: Awaited,
  what: string,
  isThere: () => Promise<boolean>,
): Promise<number> {
  const seen = await waitUntil(isThere, deadlineMs, 10);
  if (!seen) throw new Error(`${what} is not at ${at} after ${deadlineMs / 1_000} s`);
  return Date.now() - since;
}
