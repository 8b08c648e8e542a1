import type { Decision } from '@/db/schema/global-transactions';
import type { AirlineCode } from '../domain/airline-code';
import { ballotAbove, valueToPropose } from './ballot';
import { type Engine, selfOf } from './engine';
import { firstAnswer } from './first-answer';
import { acceptProcedure, promiseProcedure } from './messages';
import { perform } from './perform';
import { type Binding, bindingOf, type GlobalTransaction, isMajority } from './transaction';

/** How long a peer may take for one half of a ballot. */
const answerMs = 1_000;

/** What a majority's promises allow this ballot to do. */
type Mandate =
  | { kind: 'learn'; decision: Decision; binding: Binding | null }
  | { kind: 'propose'; value: Decision; binding: Binding | null }
  | { kind: 'none' };

/**
 * One recovery ballot: the decision without, or instead of, the coordinator. `seen` is the highest ballot that a peer
 * has told of. True when this airline then knows the decision; false when no majority answered or a higher ballot came
 * between: nothing is decided by that, and another ballot may be tried later.
 */
export async function runBallot(
  engine: Engine,
  transaction: GlobalTransaction,
  seen: number,
): Promise<boolean> {
  const { id, coordinator } = transaction;
  const ballot = ballotAbove(Math.max(seen, transaction.promised), selfOf(engine));
  const event = { kind: 'promise', ballot, globalTransactionId: id, coordinator } as const;
  const own = await perform(engine, id, { event });
  if (own?.reply?.kind !== 'promised' || !own.row) return false;
  if (own.row.decision !== null) return true;
  const mandate = await askForPromises(engine, own.row, ballot);
  if (mandate.kind === 'none') return false;
  if (mandate.kind === 'learn') return learn(engine, id, mandate);
  const { value, binding } = mandate;
  return propose(engine, { id, coordinator, ballot, value, binding });
}

type Promised = Pick<GlobalTransaction, 'accepted'> & { binding: Binding | null };

/** Asks everybody at once and goes on as soon as a majority has promised or somebody tells a decision. */
function askForPromises(engine: Engine, own: GlobalTransaction, ballot: number): Promise<Mandate> {
  const { members } = selfOf(engine);
  const { id: globalTransactionId, coordinator, accepted } = own;
  const promises: Promised[] = [{ accepted, binding: bindingOf(own) }];
  return firstAnswer(engine, async (peer) => {
    const message = { globalTransactionId, coordinator, ballot };
    const answer = await engine.airline.peers.call(peer, promiseProcedure, message, { timeoutMs: answerMs });
    if (answer.kind !== 'promised') return null;
    if (answer.decision !== null)
      return { kind: 'learn', decision: answer.decision, binding: answer.binding } as const;
    promises.push(answer);
    if (!isMajority(promises.length, members)) return null;
    const binding = promises.find((each) => each.binding !== null)?.binding ?? null;
    return {
      kind: 'propose',
      value: valueToPropose(promises.map((each) => each.accepted)),
      binding,
    } as const;
  }).then((mandate) => mandate ?? { kind: 'none' });
}

async function learn(
  engine: Engine,
  id: string,
  { decision, binding }: { decision: Decision; binding: Binding | null },
): Promise<boolean> {
  const learnt = await perform(engine, id, { event: { kind: 'learn', decision, binding } });
  return learnt?.row?.decision != null;
}

type Proposal = {
  id: string;
  coordinator: AirlineCode;
  ballot: number;
  value: Decision;
  binding: Binding | null;
};

/** T9, ACCEPT to all, T6 at the acknowledgement that makes a majority. The rest hears it too, as far as it is there. */
async function propose(engine: Engine, proposal: Proposal): Promise<boolean> {
  const { id, ballot, value, binding } = proposal;
  const accepted = await perform(engine, id, { event: { kind: 'propose', ballot, value, binding } });
  if (accepted?.reply?.kind !== 'ack') return false;
  const { members } = selfOf(engine);
  let acceptances = 1;
  const decision = await firstAnswer(engine, async (peer) => {
    const answer = await sendAccept(engine, peer, { ...proposal, decided: false });
    if (answer.kind === 'nack') return answer.decision;
    if (answer.kind !== 'ack') return null;
    acceptances += 1;
    return isMajority(acceptances, members) ? value : answer.decision;
  });
  if (decision === null) return false;
  const learnt = await learn(engine, id, { decision, binding });
  if (learnt) tellUndecided(engine, { ...proposal, value: decision });
  return learnt;
}

function sendAccept(engine: Engine, peer: AirlineCode, proposal: Proposal & { decided: boolean }) {
  const { id, ...same } = proposal;
  const message = { globalTransactionId: id, ...same };
  return engine.airline.peers.call(peer, acceptProcedure, message, { timeoutMs: answerMs });
}

/** Where accepting is not yet deciding, the others are told what was decided, once: who misses it asks. */
function tellUndecided(engine: Engine, proposal: Proposal): void {
  const { members } = selfOf(engine);
  if (isMajority(2, members)) return;
  for (const peer of engine.airline.peers.codes)
    sendAccept(engine, peer, { ...proposal, decided: true }).catch(() => undefined);
}
