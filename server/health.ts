import { and, isNull, ne } from 'drizzle-orm';
import { changeLogs, globalTransactions } from '@/db/schema';
import type { MemoryState } from '@/db/schema/memory';
import type { Airline } from './airline';
import type { AirlineStatus } from './boot';
import type { AirlineCode } from './domain/airline-code';
import { type OwnMemory, ownMemory } from './memory/own-memory';
import type { PeerState, PeerStatus } from './peers/peers';
import { type LogPosition, lagOf } from './replication/version-vector';
import { catalogueIndexSize } from './search/catalogue-index';

/** Whoever asks (a supervisor, a load balancer) asks every few seconds and needs an answer, not a wait. */
const databaseTimeoutMs = 2_000;

export type PeerHealth = {
  state: PeerState;
  /** ISO 8601, null when never. */
  lastHeardAt: string | null;
  /** Entries of its change log that it announced and that are not here yet; null when unknown. */
  lagEntries: number | null;
};

export type Health = {
  airline: AirlineCode;
  version: string;
  status: AirlineStatus;
  database: 'ok' | 'unreachable';
  peers: Partial<Record<AirlineCode, PeerHealth>>;
  /** Amnesiac: its database has forgotten something, so it sells nothing until `passcom recover`. */
  memory: MemoryState | null;
  /** Global transactions without a decision here; null when the database is unreachable. */
  undecidedTransactions: number | null;
  /** What the search of this process knows, and the memory that it takes. */
  searchIndex: { legs: number; bytes: number };
};

type Stored = {
  memory: OwnMemory | null;
  undecidedTransactions: number;
  logs: Map<AirlineCode, LogPosition>;
};

/** How this airline is, for `GET /api/health`. Answers within about 2 s, also without a database. */
export async function health(
  airline: Airline,
  { status, version }: { status: AirlineStatus; version: string },
): Promise<Health> {
  const stored = await withinTime(readStored(airline));
  const peers = airline.peers.codes.map((peer) => {
    const peerStatus = airline.peers.statusOf(peer);
    return [peer, peerHealth(peerStatus, stored && { known: stored.logs.get(peer) })] as const;
  });
  return {
    airline: airline.code,
    version,
    status,
    database: stored ? 'ok' : 'unreachable',
    peers: Object.fromEntries(peers),
    memory: stored ? (stored.memory?.state ?? 'remembers') : null,
    undecidedTransactions: stored?.undecidedTransactions ?? null,
    searchIndex: catalogueIndexSize(airline),
  };
}

/** True when it can sell its own seats; the peers' health does not matter for that. */
export function canSell({ status, database }: Health): boolean {
  return status === 'ready' && database === 'ok';
}

/** A participant that refused knows how it ends; everybody else's open row waits for a decision. */
async function readStored(airline: Airline): Promise<Stored> {
  const { db } = airline;
  const undecided = and(
    isNull(globalTransactions.decision),
    ne(globalTransactions.participantState, 'refused'),
  );
  const [memory, undecidedTransactions, rows] = await Promise.all([
    ownMemory(airline),
    db.$count(globalTransactions, undecided),
    db.select({ origin: changeLogs.origin, epoch: changeLogs.epoch, seq: changeLogs.seq }).from(changeLogs),
  ]);
  return {
    memory,
    undecidedTransactions,
    logs: new Map(rows.map(({ origin, epoch, seq }) => [origin, { epoch, seq }])),
  };
}

/** Null when the database fails or takes too long: the driver itself would wait for a connection far longer. */
async function withinTime(reading: Promise<Stored>): Promise<Stored | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, databaseTimeoutMs, null);
  });
  const answer = await Promise.race([reading.catch(() => null), late]);
  clearTimeout(timer);
  return answer;
}

function peerHealth(
  { state, lastHeardAt, logHead }: PeerStatus,
  copy: { known: LogPosition | undefined } | null,
): PeerHealth {
  return {
    state,
    lastHeardAt: lastHeardAt?.toISOString() ?? null,
    lagEntries: copy && logHead ? lagOf(copy.known, logHead) : null,
  };
}
