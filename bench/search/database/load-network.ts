import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import { migrateDatabase } from '@/db/migrate';
import { createDatabase } from '@/scripts/postgres/database';
import { airlineCodes } from '@/server/domain/airline-code';
import { grouped } from '@/server/grouped';
import type { IndexedLeg } from '@/server/search/leg-index/leg-index';

const linesPerChunk = 5_000;

/** The indexes that a join over times and places wants; the product itself has no use for them. */
const joinIndexes = [
  'create index legs_leaving on legs (origin, departs_at)',
  'create index legs_landing on legs (destination, departs_at)',
  'create index legs_between on legs (origin, destination, departs_at)',
];

/** Makes a database with the product's schema, puts these legs into it as if all had been copied, and gives the join its indexes. */
export async function loadNetwork(url: string, legs: readonly IndexedLeg[]): Promise<void> {
  await createDatabase(url);
  await migrateDatabase(url);
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const target = await sql`
      copy legs (leg_id, airline, flight_number, service_date, origin, destination, departs_at, arrives_at, aircraft,
        cabin, fare_cents, seats_left, change_seq) from stdin`.writable();
    await pipeline(Readable.from(chunksOf(legs)), target);
    const legsBy = grouped(legs, (leg) => leg.airline);
    for (const airline of airlineCodes) {
      const last = legsBy.get(airline)?.length ?? 0;
      await sql`insert into catalogues (airline, change_seq) values (${airline}, ${last})`;
      await sql`insert into change_logs (origin, epoch, seq, as_of) values (${airline}, 1, ${last}, now())`;
    }
    for (const statement of joinIndexes) await sql.unsafe(statement);
    await sql`vacuum (analyze) legs`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** COPY's text format; no value of ours holds a tab, a backslash or a line end. */
function* chunksOf(legs: readonly IndexedLeg[]): Generator<string> {
  const lastSeq = new Map<string, number>();
  let lines: string[] = [];
  for (const leg of legs) {
    const changeSeq = (lastSeq.get(leg.airline) ?? 0) + 1;
    lastSeq.set(leg.airline, changeSeq);
    lines.push(lineOf(leg, changeSeq));
    if (lines.length < linesPerChunk) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

function lineOf(leg: IndexedLeg, changeSeq: number): string {
  const values = [
    leg.legId,
    leg.airline,
    leg.flightNumber,
    leg.serviceDate,
    leg.from,
    leg.to,
    new Date(leg.departsMinute * 60_000).toISOString(),
    new Date(leg.arrivesMinute * 60_000).toISOString(),
    leg.aircraft,
    leg.cabin,
    leg.fareCents,
    leg.seatsLeft,
    changeSeq,
  ];
  return `${values.join('\t')}\n`;
}
