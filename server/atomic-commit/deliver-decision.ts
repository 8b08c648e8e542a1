import { invariant } from '../assert';
import type { AirlineCode } from '../domain/airline-code';
import { unawareOfCommit } from './coordinator';
import { type Engine, selfOf } from './engine';
import { abortProcedure, acceptProcedure } from './messages';
import { perform } from './perform';
import { resend } from './resend';
import type { GlobalTransaction } from './transaction';

/** ABORT is a courtesy, since a participant can always ask: it is tried this often, about a minute. */
const abortAttempts = 15;

const answerMs = 2_000;

/**
 * Tells the others what the coordinator's row says: ABORT to the participants, or M2 to every other airline until it
 * acknowledges. Resolves with the row at the moment of the decision, while deliveries go on.
 */
export function announce(engine: Engine, transaction: GlobalTransaction): Promise<GlobalTransaction> {
  if (transaction.accepted?.value === 'commit' && transaction.decision !== 'abort')
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
      const task = { what: `accept at ${peer}`, globalTransactionId: transaction.id };
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
  const { manifest, manifestHash } = transaction;
  if (transaction.decision === 'abort') return true;
  invariant(manifest && manifestHash, 'a coordinator knows its manifest');
  const decided = transaction.decision === 'commit';
  const message = { ballot: 0, value: 'commit' as const, manifest, manifestHash, decided };
  const answer = await engine.airline.peers.call(peer, acceptProcedure, message, { timeoutMs: answerMs });
  if (answer.kind === 'ack') {
    keep(await noteAcknowledgement(engine, transaction.id, { from: peer, receipt: answer.receipt }));
    return answer.decision !== null;
  }
  if (answer.kind === 'nack' && answer.decision !== null) {
    const event = { kind: 'learn', decision: answer.decision } as const;
    const learnt = await perform(engine, transaction.id, { event });
    if (learnt?.row) keep(learnt.row);
    return true;
  }
  engine.airline.log('warn', 'not accepted', { globalTransactionId: transaction.id, peer, answer });
  return false;
}

/** T5, with the participant's receipt in the same `tx`. */
async function noteAcknowledgement(
  engine: Engine,
  id: string,
  { from, receipt }: { from: AirlineCode; receipt: unknown },
): Promise<GlobalTransaction> {
  const noted = await perform(engine, id, {
    event: { kind: 'acknowledged', from },
    after: async (tx, row) => {
      const content = receipt ?? null;
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
