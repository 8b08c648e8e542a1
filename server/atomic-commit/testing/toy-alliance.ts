import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { waitUntil } from '@/scripts/wait-until';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { testSignatures } from '@/server/testing/signatures';
import type { Airline } from '../../airline';
import { type AirlineCode, airlineCodes } from '../../domain/airline-code';
import { isRefusal } from '../../errors';
import { systemIds } from '../../ids';
import { type Peers, PeerUnreachable } from '../../peers/peers';
import type { CoordinateRequest } from '../coordinate';
import type { Engine } from '../engine';
import { answer } from '../simulation/answer';
import { postgresTransactionLog, type TransactionLog } from '../transaction-log';
import { ManualPauses } from './manual-pause';
import { type ToyWork, toyTables, toyWork } from './toy-work';

export type Call = { from: AirlineCode; to: AirlineCode; name: string; timeoutMs: number | undefined };

/** What happens to a call: nothing (null), or one of its two messages is lost. */
export type Fault = 'request lost' | 'answer lost' | null;

export type ToyEngine = Engine & {
  airline: Airline;
  work: ToyWork;
  database: TestDatabase;
  /** Messages of every log line, `protocol alarm` among them. */
  logged: string[];
  /** What the claims table says: seat → `prepared` or `sold`. */
  seats(): Promise<Record<string, string>>;
};

/** Longer than any resend waits and shorter than the time in which the customer is answered. */
const longestResendMs = 7_000;

/**
 * Three production engines on three databases in this process. A call runs the other engine's answer directly, through
 * the procedure's own schemas and a JSON copy, unless `fault` loses one of its messages. Time stands still.
 */
export class ToyAlliance {
  readonly calls: Call[] = [];
  readonly pauses = new ManualPauses();
  fault: (call: Call) => Fault | Promise<Fault> = () => null;
  nowMs = Date.parse('2026-12-01T12:00:00Z');
  private readonly stopping = new AbortController();
  /** Calls to a peer or to a transaction log that are not answered yet. */
  private underWay = 0;

  private constructor(readonly engines: Record<AirlineCode, ToyEngine>) {}

  static async start(): Promise<ToyAlliance> {
    const engines: Partial<Record<AirlineCode, ToyEngine>> = {};
    const alliance = new ToyAlliance(engines as Record<AirlineCode, ToyEngine>);
    for (const code of airlineCodes) engines[code] = await alliance.startAirline(code);
    return alliance;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    for (const code of airlineCodes) await this.engines[code].database.drop();
  }

  /** Passes the time between resends until the condition holds; fails the test after fifteen seconds. */
  async eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
    const held = await waitUntil(
      async () => {
        this.pauses.endUpTo(longestResendMs);
        return condition();
      },
      15_000,
      5,
    );
    if (!held) throw new Error(`never came true: ${condition}`);
  }

  /**
   * Between two tests: nothing is lost any more, and nobody works on or waits to try again for the test before, which
   * would reach into the next.
   */
  async comeToRest(): Promise<void> {
    this.fault = () => null;
    await this.eventually(() => this.underWay === 0 && this.pauses.lengths().length === 0);
    this.calls.length = 0;
  }

  /** A purchase of the seats, coordinated by `coordinator`; `key` is the customer's idempotency key. */
  request(
    coordinator: AirlineCode,
    seats: Partial<Record<AirlineCode, string[]>>,
    { allHeld = false, key = randomUUID() as string } = {},
  ): CoordinateRequest & { id: string } {
    const id = randomUUID();
    const participants = airlineCodes.filter((code) => seats[code]);
    return {
      id,
      manifest: { globalTransactionId: id, coordinator, participants, work: seats },
      privateWork: Object.fromEntries(participants.map((code) => [code, { passengers: `of ${code}` }])),
      allHeld,
      recordRequest: async (tx) => {
        const inserted = await tx.execute(
          sql`insert into toy_requests values (${key}) on conflict do nothing returning key`,
        );
        return inserted.length === 1;
      },
    };
  }

  private async startAirline(code: AirlineCode): Promise<ToyEngine> {
    const database = await createTestDatabase();
    await database.sql.unsafe(toyTables);
    const logged: string[] = [];
    const airline: Airline = {
      code,
      db: database.db,
      peers: this.peersOf(code),
      signatures: testSignatures(code),
      clock: { now: () => new Date(this.nowMs) },
      ids: systemIds,
      log: (_level, message) => void logged.push(message),
      settings: { rateLimitFactor: 1 },
      stopping: this.stopping.signal,
    };
    const seats = async () => {
      const rows = await database.sql<{ seat: string; state: string }[]>`select seat, state from toy_claims`;
      return Object.fromEntries(rows.map(({ seat, state }) => [seat, state]));
    };
    const transactionLog = this.counted(postgresTransactionLog(database.db));
    return {
      airline,
      work: toyWork(code),
      transactionLog,
      pause: this.pauses.pause,
      database,
      logged,
      seats,
    };
  }

  private peersOf(from: AirlineCode): Peers {
    return {
      codes: airlineCodes.filter((code) => code !== from),
      statusOf: () => ({ state: 'live', lastHeardAt: null }),
      call: async (...[to, procedure, input, options]) => {
        const call = { from, to, name: procedure.name, timeoutMs: options?.timeoutMs };
        this.calls.push(call);
        const fault = await this.fault(call);
        if (fault === 'request lost') throw new PeerUnreachable(to, fault);
        const answer = await this.counting(this.answer(call, procedure.input.parse(overTheWire(input))));
        if (fault === 'answer lost') throw new PeerUnreachable(to, fault);
        return procedure.output.parse(overTheWire(answer));
      },
    };
  }

  private async counting<Result>(work: Promise<Result>): Promise<Result> {
    this.underWay += 1;
    return await work.finally(() => {
      this.underWay -= 1;
    });
  }

  private counted(log: TransactionLog): TransactionLog {
    return {
      ...log,
      inTx: (run) => this.counting(log.inTx(run)),
      find: (id) => this.counting(log.find(id)),
      takeDue: (request) => this.counting(log.takeDue(request)),
      lookAgain: (id, at) => this.counting(log.lookAgain(id, at)),
    };
  }

  private async answer({ from, to, name }: Call, message: unknown): Promise<unknown> {
    const engine = this.engines[to];
    try {
      return await answer(engine, from, { name, message });
    } catch (error) {
      if (isRefusal(error)) throw error;
      throw new PeerUnreachable(to, String(error));
    }
  }
}

function overTheWire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
