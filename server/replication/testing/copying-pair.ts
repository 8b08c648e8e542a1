import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Airline } from '../../airline';
import { cabinEntity } from '../../catalogue/cabin-entity';
import { legEntity } from '../../catalogue/leg-entity';
import type { AirlineCode } from '../../domain/airline-code';
import { systemIds } from '../../ids';
import { type Peers, PeerUnreachable } from '../../peers/peers';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { sequenceAll } from '../../testing/replicate';
import { testSignatures } from '../../testing/signatures';
import { snapshotProcedure } from '../bootstrap/messages';
import { readSnapshot } from '../bootstrap/read-snapshot';
import { noteChanges } from '../change-log/note-changes';
import { readBatches, readServedLogs } from '../change-log/read-batches';
import { readVector } from '../change-log/read-vector';
import { checksumsProcedure } from '../convergence/messages';
import { readChecksums } from '../convergence/read-checksums';
import type { ReplicatedEntity, Replication } from '../entity';
import { applyBatches } from '../exchange/apply-batches';

export type Question = { to: AirlineCode; procedure: string; input: unknown };

/** Giro publishes, Rumos copies: each with its own database, the real entities and nothing but questions between them. */
export type CopyingPair = {
  giro: Replication;
  rumos: Replication;
  databases: TestDatabase[];
  /** Every question, oldest first. */
  asked: Question[];
  /** What becomes of an answer on its way; a test may look, change something, or forge it. */
  network: { deliver(question: Question, answer: unknown): Promise<unknown> | unknown };
  log: { level: string; message: string; fields: Record<string, unknown> }[];
  close(): Promise<void>;
};

export async function createCopyingPair(
  entities: readonly ReplicatedEntity[] = [cabinEntity, legEntity],
): Promise<CopyingPair> {
  const databases = [await createTestDatabase(4), await createTestDatabase(4)];
  const pair: CopyingPair = {
    giro: { airline: {} as Airline, entities },
    rumos: { airline: {} as Airline, entities },
    databases,
    asked: [],
    network: { deliver: (_question, answer) => answer },
    log: [],
    close: async () => {
      await Promise.all(databases.map((database) => database.drop()));
    },
  };
  for (const [place, code] of (['giro', 'rumos'] as const).entries()) {
    const db = databases[place]?.db;
    if (db) pair[code].airline = airlineOf(pair, code, db);
  }
  return pair;
}

function airlineOf(pair: CopyingPair, code: 'giro' | 'rumos', db: TestDatabase['db']): Airline {
  return {
    code,
    db,
    peers: peersOf(pair, code === 'giro' ? 'rumos' : 'giro'),
    signatures: testSignatures(code),
    clock: { now: () => new Date('2026-12-01T12:00:00.000Z') },
    ids: systemIds,
    log: (level, message, fields = {}) => pair.log.push({ level, message, fields }),
    settings: { rateLimitFactor: 1 },
    stopping: new AbortController().signal,
  };
}

function peersOf(pair: CopyingPair, peer: 'giro' | 'rumos'): Peers {
  return {
    codes: [peer],
    statusOf: () => ({ state: 'live', lastHeardAt: null }),
    call: async (to, procedure, input) => {
      const question = { to, procedure: procedure.name, input };
      pair.asked.push(question);
      const answer = await answerOf(pair[peer], question);
      const delivered = await pair.network.deliver(question, JSON.parse(JSON.stringify(answer)));
      const output = procedure.output.safeParse(delivered);
      if (!output.success) throw new PeerUnreachable(to, 'garbled answer');
      return output.data as z.output<typeof procedure.output>;
    },
  };
}

function answerOf(asked: Replication, { procedure, input }: Question): Promise<unknown> {
  if (procedure === snapshotProcedure.name) return readSnapshot(asked, snapshotProcedure.input.parse(input));
  if (procedure === checksumsProcedure.name) return readChecksums(asked);
  throw new Error(`nobody answers ${procedure} in this test`);
}

/** Writes own legs of these flight numbers, 100 of them a day, notes them and puts them into the log. */
export async function publishFlights(
  replication: Replication,
  { from, to, fareCents = 50_000 }: { from: number; to: number; fareCents?: number },
): Promise<void> {
  const { airline } = replication;
  await airline.db.transaction(async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`
      insert into legs (leg_id, airline, flight_number, service_date, origin, destination, departs_at, arrives_at,
        aircraft, cabin, fare_cents, seats_left, change_seq)
      select ${airline.code} || ':' || number || ':' || day::date || ':GRU', ${airline.code}, number, day::date, 'GRU',
        'SSA', day + interval '13 hours', day + interval '15 hours', '738', '738-186', ${fareCents}::int, 186, 1
      from (select number, timestamptz '2026-12-10 00:00Z' + (number / 100) * interval '1 day' as day
        from generate_series(${from}::int, ${to}::int) as number) as flight
      on conflict (leg_id) do update set fare_cents = excluded.fare_cents returning leg_id as id`);
    await noteChanges(tx, { entity: 'leg', ids: rows.map(({ id }) => id) });
  });
  await sequenceAll(replication);
}

/** Copies what the log of an airline tells beyond what is here. */
export async function pullTail({ from, to }: { from: Replication; to: Replication }): Promise<number> {
  const after = await readVector(to.airline.db);
  const logs = (await readServedLogs(from.airline.db)).filter(({ origin }) => origin === from.airline.code);
  let applied = 0;
  for (const batch of await readBatches(from.airline.db, { logs, after }))
    applied += await applyBatches(to, from.airline.code, [batch]);
  return applied;
}
