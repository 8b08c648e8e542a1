import { setTimeout as sleep } from 'node:timers/promises';
import { isNull } from 'drizzle-orm';
import { globalTransactions } from '@/db/schema';
import type { Airline } from '../../airline';
import { contentSchema } from '../../booking/content';
import { engineOf } from '../../booking/work';
import type { AirlineCode } from '../../domain/airline-code';
import { compareMemories } from '../compare-memories';
import { recogniseDatabase } from '../recognise-database';
import { abstain } from './abstain';
import {
  askWhoRemembers,
  type CopiesByLocator,
  gatherCopies,
  gatherNamed,
  gatherRecollections,
} from './ask-peers';
import { finishRecovery } from './finish-recovery';
import { recallOwnSale } from './recall-own-sale';
import { recallTransaction } from './recall-transaction';
import { inOrderOfBirth, type Recalled, type RecalledById } from './recalled';
import { emptyReport, type RecoveryReport } from './report';
import { skipForgottenNumbers } from './skip-numbers';

/** Without this airline the others decide in at most 10 s; then an airline of theirs is away too. */
const undecidedMs = 30_000;
const askAgainMs = 1_000;

export type RecoveryRequest = {
  /** Airlines that cannot be asked, and what only they know is given up: the operator's risk, which is recorded. */
  without: readonly AirlineCode[];
  /** From when on peers are asked for transactions; everything when the age of the backup is not known. */
  since: Date;
  /** One line for the operator. */
  tell(line: string): void;
  /** How long to wait for the others to decide what is undecided, in milliseconds. */
  waitMs?: number;
};

/** Why a recovery could not be finished; nothing that it did is wrong, and it can be run again. */
export class RecoveryImpossible extends Error {
  override readonly name = 'RecoveryImpossible';
}

/**
 * Reconciles this airline's database with what its peers know of it: takes over every decision that it has forgotten,
 * sells again what it had sold, and begins a new epoch in which it votes. Null when there is nothing to recover. May be
 * interrupted at any point and run again. Throws `RecoveryImpossible` with a sentence.
 */
export async function recover(airline: Airline, request: RecoveryRequest): Promise<RecoveryReport | null> {
  await compareMemories(airline);
  const { own, facts } = await recogniseDatabase(airline);
  if (own.state === 'remembers') return null;
  request.tell(`${airline.code} has forgotten: ${own.reason}`);
  const peers = airline.peers.codes.filter((peer) => !request.without.includes(peer));
  const said = await askWhoRemembers(airline, peers);
  if (said.silent.length > 0)
    throw new RecoveryImpossible(
      `${said.silent.join(' and ')} did not answer, and may know what was forgotten: wait, or take the risk with --without ${said.silent[0]}`,
    );
  if (said.amnesiac.length > 0)
    throw new RecoveryImpossible(
      `${said.amnesiac.join(' and ')} has forgotten something too: recover it first, or take the risk with --without ${said.amnesiac[0]}`,
    );
  const report = emptyReport(request.without);
  const parts = { airline, peers, request, report };
  await recallEverything(parts);
  await skipForgottenNumbers(airline);
  const epoch = await finishRecovery(airline, { facts, seenEpoch: said.epoch, report });
  request.tell(`${airline.code} votes and sells again, in epoch ${epoch}`);
  await compareMemories(airline);
  return report;
}

type Parts = {
  airline: Airline;
  peers: readonly AirlineCode[];
  request: RecoveryRequest;
  report: RecoveryReport;
};

async function recallEverything(parts: Parts): Promise<void> {
  const { airline, peers, request, report } = parts;
  const engine = engineOf(airline);
  const recalledById: RecalledById = new Map();
  const copies: CopiesByLocator = new Map();
  for (const peer of peers) {
    await gatherRecollections(airline, peer, { since: request.since, into: recalledById });
    await gatherCopies(airline, peer, { since: request.since, into: copies });
  }
  await gatherUndecidedHere(parts, recalledById);
  request.tell(`${recalledById.size} transactions are missing, undecided or different here`);
  await waitForDecisions(parts, recalledById);
  for (const recalled of inOrderOfBirth(recalledById.values())) {
    if (recalled.decision === null) await abstain(airline, engine, { recalled, report });
    else await recallTransaction(airline, engine, { recalled, told: toldOf(recalled, copies), report });
  }
  for (const copy of copies.values()) await recallOwnSale(airline, engine, { copy, report });
}

/**
 * Older than the backup, decided since. One that no peer knows stays as it is, since nobody else has voted in it; unless a
 * peer was left out, who may have.
 */
async function gatherUndecidedHere({ airline, peers, request }: Parts, into: RecalledById): Promise<void> {
  const rows = await airline.db.select().from(globalTransactions).where(isNull(globalTransactions.decision));
  const ids = rows.map(({ id }) => id).filter((id) => !into.has(id));
  for (const peer of peers) await gatherNamed(airline, peer, { ids, into });
  if (request.without.length === 0) return;
  for (const { id, coordinator, createdAt } of rows) {
    const bornAt = createdAt.toISOString();
    if (!into.has(id))
      into.set(id, { id, coordinator, binding: null, decision: null, decidedAt: [], bornAt });
  }
}

function undecidedAmong(recalledById: RecalledById): string[] {
  return [...recalledById.values()].filter(({ decision }) => decision === null).map(({ id }) => id);
}

/** The others are a majority and decide without us; with one of them away nobody may be able to. */
async function waitForDecisions({ airline, peers, request }: Parts, recalledById: RecalledById) {
  const { waitMs = undecidedMs, without, tell } = request;
  for (let left = waitMs; undecidedAmong(recalledById).length > 0 && left > 0; left -= askAgainMs) {
    await sleep(Math.min(askAgainMs, left));
    for (const peer of peers)
      await gatherNamed(airline, peer, { ids: undecidedAmong(recalledById), into: recalledById });
  }
  const undecided = undecidedAmong(recalledById);
  if (undecided.length === 0) return;
  if (without.length === 0)
    throw new RecoveryImpossible(
      `${undecided.length} transactions are not decided yet, the first ${undecided[0]}: run it again when the peers have decided`,
    );
  tell(`${undecided.length} transactions stay undecided; ${airline.code} takes no part in them`);
}

function toldOf({ binding }: Recalled, copies: CopiesByLocator) {
  const content = contentSchema.safeParse(binding?.manifest.work).data;
  return (content && copies.get(content.recordLocator)?.part) ?? null;
}
