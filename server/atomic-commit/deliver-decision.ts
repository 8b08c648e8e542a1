import type { Decision } from '@/db/schema/global-transactions';
import { invariant } from '../assert';
import type { AirlineCode } from '../domain/airline-code';
import { type Engine, selfOf } from './engine';
import { abortProcedure, acceptProcedure } from './messages';
import { perform } from './perform';
import { resend } from './resend';
import { bindingOf, type GlobalTransaction, unawareOfCommit } from './transaction';

/** ABORT is a courtesy, since a participant can always ask: it is tried this often, about a minute. */
const abortAttempts = 15;

/** M2 is tried this often, about five seconds; then the row's own time brings it up again, in whichever process. */
const commitAttempts = 5;

const answerMs = 2_000;

/**
 * Tells the others what the coordinator's row says: ABORT to the participants, or M2 to every other airline until it
 * acknowledges. Resolves with the row at the moment of the decision, while deliveries go on; never, when the decision
 * is left to a later round of `resolveDue`.
 */
export function announce(engine: Engine, transaction: GlobalTransaction): Promise<GlobalTransaction> {
  if (transaction.coordinatorState === 'committing' || transaction.decision === 'commit')
    return deliverCommit(engine, transaction);
  invariant(transaction.decision === 'abort', 'only a decision or an accepted commit is announced');
  deliverAbort(engine, transaction);
  return Promise.resolve(transaction);
}

/** M2 to everybody who may not know; needs one acknowledgement among three to be decided. */
function deliverCommit(engine: Engine, transaction: GlobalTransaction): Promise<GlobalTransaction> {
  return new Promise((resolve) => {
    let latest = transaction;
    const keep = (row: GlobalTransaction) => {
      // A recovery ballot has decided otherwise: who is still prepared need not wait for it.
      if (row.decision === 'abort' && latest.decision === null) deliverAbort(engine, row);
      latest = row;
      if (row.decision !== null) resolve(row);
    };
    keep(transaction);
    for (const peer of unawareOfCommit(selfOf(engine), transaction)) {
      const task = {
        what: `accept at ${peer}`,
        globalTransactionId: transaction.id,
        attempts: commitAttempts,
      };
      void resend(engine, task, () => acceptOnce(engine, { peer, transaction: latest }, keep));
    }
  });
}

/** One ACCEPT and its answer; true when this airline need not be asked again. */
async function acceptOnce(
  engine: Engine,
  { peer, transaction }: { peer: AirlineCode; transaction: GlobalTransaction },
  keep: (row: GlobalTransaction) => void,
): Promise<boolean> {
  if (transaction.decision === 'abort') return true;
  const { id, coordinator, decision } = transaction;
  const answer = await engine.airline.peers.call(
    peer,
    acceptProcedure,
    {
      globalTransactionId: id,
      coordinator,
      ballot: 0,
      value: 'commit',
      binding: bindingOf(transaction),
      decided: decision === 'commit',
    },
    { timeoutMs: answerMs },
  );
  if (answer.kind === 'ack') {
    keep(await noteAcknowledgement(engine, id, { from: peer, answer }));
    return answer.decision !== null;
  }
  if (answer.kind === 'nack' && answer.decision !== null) {
    const learnt = await perform(engine, id, { event: { kind: 'learn', decision: answer.decision } });
    if (learnt?.row) keep(learnt.row);
    return true;
  }
  engine.airline.log('warn', 'not accepted', { globalTransactionId: id, peer, answer });
  return false;
}

type Acknowledgement = { from: AirlineCode; answer: { decision: Decision | null; receipt?: unknown } };

/** T5, with the participant's receipt in the same `tx`. */
async function noteAcknowledgement(
  engine: Engine,
  id: string,
  { from, answer }: Acknowledgement,
): Promise<GlobalTransaction> {
  const noted = await perform(engine, id, {
    event: { kind: 'acknowledged', from, decided: answer.decision !== null },
    after: async (tx, row) => {
      const content = answer.receipt ?? null;
      if (content !== null) await engine.work.keepReceipt(tx, row, { from, content });
    },
  });
  invariant(noted?.row, 'an acknowledged transaction has a row');
  return noted.row;
}

/** ABORT to every participant that may have been asked. */
function deliverAbort(engine: Engine, { id, manifest }: GlobalTransaction): void {
  const others = manifest?.participants.filter((code) => code !== engine.airline.code) ?? [];
  for (const peer of others) {
    const task = { what: `abort at ${peer}`, globalTransactionId: id, attempts: abortAttempts };
    void resend(engine, task, async () => {
      await engine.airline.peers.call(
        peer,
        abortProcedure,
        { globalTransactionId: id },
        { timeoutMs: answerMs },
      );
      return true;
    });
  }
}
