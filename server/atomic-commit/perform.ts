import type { Tx } from '@/db/client';
import type { Engine } from './engine';
import { selfOf } from './engine';
import type { Event, Step } from './events';
import { step } from './step';
import type { GlobalTransaction } from './transaction';
import { insertTransaction, lockTransaction, TransactionRace, updateTransaction } from './transaction-log';

/** An undecided row becomes somebody's task this long after its birth: longer than the prepare phase may take. */
const resolveAfterMs = 5_000;
const resolveJitterMs = 1_000;

/** Two first messages can meet once; a third time would be a bug. */
const maxRaces = 3;

export type Extra = {
  /** Runs first in the same `tx`; false: nothing is done and `perform` returns null. */
  before?: (tx: Tx) => Promise<boolean>;
  /** Runs last in the same `tx`. */
  after?: (tx: Tx, transaction: GlobalTransaction) => Promise<void>;
};

/**
 * One event, one local `tx`: lock the row, ask the pure engine, do the work, store the row. Nothing is sent and nobody
 * is answered before it has committed. Throws `Contested` with nothing stored when the work must wait.
 */
export async function perform(
  engine: Engine,
  id: string,
  event: Event,
  extra: Extra = {},
): Promise<Step | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      const result = await engine.airline.db.transaction((tx) => performIn(tx, engine, { id, event, extra }));
      if (result?.row && result.work && result.work !== 'prepare') engine.work.afterDecision(result.row);
      return result;
    } catch (error) {
      if (!(error instanceof TransactionRace) || attempt === maxRaces) throw error;
    }
  }
}

async function performIn(
  tx: Tx,
  engine: Engine,
  task: { id: string; event: Event; extra: Extra },
): Promise<Step | null> {
  const { id, event, extra } = task;
  if (extra.before && !(await extra.before(tx))) return null;
  const before = await lockTransaction(tx, id);
  const taken = await takeStep(tx, engine, { before, event });
  await store(tx, engine, { before, after: taken.row });
  if (extra.after && taken.row) await extra.after(tx, taken.row);
  return taken;
}

async function takeStep(
  tx: Tx,
  engine: Engine,
  { before, event }: { before: GlobalTransaction | null; event: Event },
): Promise<Step> {
  const self = selfOf(engine);
  let taken = step(self, before, event);
  if (taken.work === 'prepare' && taken.row) {
    const vote = await engine.work.prepare(tx, taken.row);
    taken = step(self, taken.row, { kind: 'voted', vote });
  }
  if (taken.work === 'commit' && taken.row) await engine.work.commit(tx, taken.row);
  if (taken.work === 'abort' && taken.row) await engine.work.abort(tx, taken.row);
  return taken;
}

async function store(
  tx: Tx,
  { airline }: Engine,
  { before, after }: { before: GlobalTransaction | null; after: GlobalTransaction | null },
): Promise<void> {
  if (!after || after === before) return;
  const now = airline.clock.now();
  if (before) return updateTransaction(tx, before, after, now);
  const resolveAt = new Date(now.getTime() + resolveAfterMs + airline.ids.randomIndex(resolveJitterMs));
  return insertTransaction(tx, after, { now, resolveAt });
}
