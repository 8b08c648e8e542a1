import { announce } from './deliver-decision';
import { type Engine, selfOf } from './engine';
import { abortIfPreparing } from './finish-after-fault';
import { firstAnswer } from './first-answer';
import { statusProcedure } from './messages';
import { perform } from './perform';
import { nextAttempt, whatIsDue } from './resolve-schedule';
import { runBallot } from './run-ballot';
import { type GlobalTransaction, isMajority } from './transaction';
import type { DueTransaction } from './transaction-log';

/** Rows taken at a time: their messages go out together. */
const batchSize = 64;

/** How long a peer may take to tell what it knows. */
const statusMs = 1_000;

/** Somebody should look at a transaction that is undecided for longer than this. */
const alarmAfterMs = 30_000;

/**
 * One round over everything that this airline has left undone: undecided rows that are older than any prepare phase, and
 * commits that somebody has not acknowledged. Driven by the rows alone, so it is what a restart does, and several
 * processes on one database may run it. Rejects when the database is unreachable.
 */
export async function resolveDue(engine: Engine): Promise<void> {
  const { transactionLog, airline } = engine;
  for (;;) {
    const request = whatIsDue(engine, airline.clock.now());
    const due = await transactionLog.takeDue({ ...request, limit: batchSize });
    await Promise.all(due.map((each) => resolveOne(engine, each)));
    if (due.length < batchSize || airline.stopping.aborted) return;
  }
}

/** Never rejects: what one row meets must not delay the others. */
async function resolveOne(engine: Engine, { id, createdAt }: DueTransaction): Promise<void> {
  const { airline, transactionLog } = engine;
  try {
    const row = await transactionLog.find(id);
    if (!row) return;
    if (row.decision !== null || row.coordinatorState === 'preparing')
      return void announce(engine, await abortIfPreparing(engine, id));
    const ageMs = airline.clock.now().getTime() - createdAt.getTime();
    if (ageMs > alarmAfterMs)
      airline.log('error', 'transaction in doubt', { globalTransactionId: id, ageMs });
    await decide(engine, row);
  } catch (error) {
    airline.log('warn', 'resolving failed, will try again', { globalTransactionId: id, error });
  }
}

/** A decision that somebody knows, or else a ballot, unless there are too few to decide anything. */
async function decide(engine: Engine, row: GlobalTransaction): Promise<void> {
  const { decided, promised, answers } = await askForStatus(engine, row.id);
  if (decided) return void (await perform(engine, row.id, { event: decided }));
  if (!isMajority(answers + 1, selfOf(engine).members)) return;
  const isDecided = await runBallot(engine, row, promised);
  if (!isDecided) await engine.transactionLog.lookAgain(row.id, nextAttempt(engine));
}

/**
 * Asks all for a decision. That a peer does not know the transaction, or knows no decision, says nothing: another may.
 * `promised` is the highest ballot that any of them has told of, `answers` how many have spoken.
 */
async function askForStatus(engine: Engine, id: string) {
  let promised = 0;
  let answers = 0;
  const decided = await firstAnswer(engine, async (peer) => {
    const message = { globalTransactionId: id };
    const status = await engine.airline.peers.call(peer, statusProcedure, message, { timeoutMs: statusMs });
    promised = Math.max(promised, status.promised);
    answers += 1;
    const { decision, binding } = status;
    return decision === null ? null : ({ kind: 'learn', decision, binding } as const);
  });
  return { decided, promised, answers };
}
