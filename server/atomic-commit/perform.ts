import type { Tx } from '@/db/client';
import { crashPoint } from '@/server/crash-point';
import type { Engine } from './engine';
import { selfOf } from './engine';
import type { Event, Step, Vote } from './events';
import { firstLook } from './resolve-schedule';
import { step } from './step';
import { type GlobalTransaction, isFinished } from './transaction';
import { TransactionRace } from './transaction-log';

/** Two first messages can meet once; a third time would be a bug. */
const maxRaces = 3;

/** One event for one row, and what else belongs into its `tx`. */
export type Task = {
  event: Event;
  /** Runs first in the same `tx`; false: nothing is done and `perform` returns null. */
  before?: (tx: Tx) => Promise<boolean>;
  /** Runs last in the same `tx`. */
  after?: (tx: Tx, transaction: GlobalTransaction) => Promise<void>;
};

/**
 * One event, one local `tx`: lock the row, ask the pure engine, take what a vote needs, store the row, do the work of a
 * decision. Nothing is sent and nobody is answered before it has committed. Throws `Contested` with nothing stored when the work must wait.
 */
export async function perform(engine: Engine, id: string, task: Task): Promise<Step | null> {
  if (needsMemory(task.event)) await engine.requireMemory?.(id);
  for (let attempt = 1; ; attempt++) {
    try {
      const taken = await engine.transactionLog.inTx(async (tx) => {
        const stepped = await performIn(tx, engine, { id, ...task });
        await crashPoint('before commit', task.event.kind);
        return stepped;
      });
      await crashPoint('after commit', task.event.kind);
      if (taken) afterwards(engine, id, taken);
      return taken;
    } catch (error) {
      if (!(error instanceof TransactionRace) || attempt === maxRaces) throw error;
    }
  }
}

/** What binds this airline, or rests on what it was bound to. Being told a decision, and telling one, does not. */
function needsMemory(event: Event): boolean {
  const isTold = event.kind === 'learn' || event.kind === 'abort' || event.kind === 'acknowledged';
  return !isTold && !(event.kind === 'accept' && event.decided);
}

function afterwards({ airline, work }: Engine, id: string, taken: Step): void {
  if (taken.reply?.kind === 'alarm')
    airline.log('error', 'protocol alarm', { rule: taken.reply.rule, globalTransactionId: id });
  if (taken.row && taken.work && taken.work !== 'prepare') work.afterDecision(taken.row);
}

async function performIn(
  tx: Tx,
  engine: Engine,
  { id, event, before, after }: Task & { id: string },
): Promise<Step | null> {
  if (before && !(await before(tx))) return null;
  const row = await engine.transactionLog.lock(tx, id);
  const taken = await takeStep(tx, engine, { before: row, event });
  // The row first: what leaves `prepared` does so by statements that look for the decision.
  await store(tx, engine, { before: row, after: taken.row });
  if (taken.work === 'commit' && taken.row) await engine.work.commit(tx, taken.row);
  if (taken.work === 'abort' && taken.row) await engine.work.abort(tx, taken.row);
  if (after && taken.row) await after(tx, taken.row);
  return taken;
}

async function takeStep(
  tx: Tx,
  engine: Engine,
  { before, event }: { before: GlobalTransaction | null; event: Event },
): Promise<Step> {
  const self = selfOf(engine);
  const taken = step(self, before, event);
  if (taken.work !== 'prepare' || !taken.row) return taken;
  const vote = await voteOf(tx, engine, taken.row);
  return step(self, taken.row, { kind: 'voted', vote });
}

class Declined extends Error {
  constructor(readonly vote: Vote) {
    super('declined');
  }
}

/** The work's vote, in a savepoint: a no leaves nothing behind of what was already taken, though the no is stored. */
async function voteOf(tx: Tx, { work, transactionLog }: Engine, row: GlobalTransaction): Promise<Vote> {
  try {
    return await transactionLog.savepoint(tx, async (savepoint) => {
      const vote = await work.prepare(savepoint, row);
      if (vote.kind === 'no') throw new Declined(vote);
      return vote;
    });
  } catch (error) {
    if (error instanceof Declined) return error.vote;
    throw error;
  }
}

async function store(
  tx: Tx,
  engine: Engine,
  { before, after }: { before: GlobalTransaction | null; after: GlobalTransaction | null },
): Promise<void> {
  if (!after || after === before) return;
  const { transactionLog, airline } = engine;
  const now = airline.clock.now();
  const finished = isFinished(selfOf(engine), after);
  if (before) return transactionLog.update(tx, { before, after, isFinished: finished }, now);
  const lookAgainAt = finished ? null : firstLook(engine, after.coordinator, now);
  return transactionLog.insert(tx, after, { now, lookAgainAt });
}
