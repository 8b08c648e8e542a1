import type { z } from 'zod';
import { invariant } from '../assert';
import type { AirlineCode } from '../domain/airline-code';
import { Refusal } from '../errors';
import { ownerOf } from './ballot';
import { hashOf } from './canonical-json';
import { type Engine, selfOf } from './engine';
import type { Vote } from './events';
import type {
  abortProcedure,
  acceptProcedure,
  prepareProcedure,
  promiseProcedure,
  statusProcedure,
} from './messages';
import { perform } from './perform';
import { prepareWithPatience } from './prepare-with-patience';
import { type Binding, bindingOf, newTransaction } from './transaction';

type Identity = { globalTransactionId: string; coordinator: AirlineCode };

function checkContent(
  { manifest, manifestHash }: Binding,
  { globalTransactionId, coordinator }: Identity,
): void {
  const fits = manifest.globalTransactionId === globalTransactionId && manifest.coordinator === coordinator;
  if (!fits) throw new Refusal('INPUT_INVALID', { field: 'binding.manifest' });
  if (hashOf(manifest) !== manifestHash) throw new Refusal('INPUT_INVALID', { field: 'manifestHash' });
}

/** An airline proposes in its own ballots only. */
function checkBallot(
  engine: Engine,
  caller: AirlineCode,
  { ballot, coordinator }: { ballot: number; coordinator: AirlineCode },
): void {
  const { members } = selfOf(engine);
  if (ownerOf(ballot, { coordinator, members }) !== caller)
    throw new Refusal('PEER_UNTRUSTED', { airline: caller, field: 'ballot' });
}

/** Answers PREPARE (M1): votes, durably, before it answers. */
export async function answerPrepare(
  engine: Engine,
  caller: AirlineCode,
  message: z.output<typeof prepareProcedure.input>,
): Promise<Vote> {
  const { manifest, manifestHash, privateWork, waitMs } = message;
  const { globalTransactionId, coordinator } = manifest;
  if (coordinator !== caller)
    throw new Refusal('PEER_UNTRUSTED', { airline: caller, field: 'manifest.coordinator' });
  checkContent(message, { globalTransactionId, coordinator });
  if (!manifest.participants.includes(engine.airline.code))
    throw new Refusal('INPUT_INVALID', { field: 'manifest.participants' });
  const asked = {
    ...newTransaction(globalTransactionId, caller),
    manifest,
    manifestHash,
    privateWork,
  };
  await engine.work.check(asked);
  const event = { kind: 'prepare', manifest, manifestHash, privateWork } as const;
  const taken = await prepareWithPatience(engine, asked, { event, waitMs });
  if (taken.kind === 'no') return taken;
  const reply = taken.kind === 'stepped' ? taken.step.reply : undefined;
  if (reply?.kind === 'vote') return reply.vote;
  return { kind: 'no', refusal: { code: 'INPUT_INVALID', airline: engine.airline.code } };
}

/** Answers ACCEPT of a ballot that belongs to the caller: M2 of the coordinator, or of a recovery ballot. */
export async function answerAccept(
  engine: Engine,
  caller: AirlineCode,
  message: z.output<typeof acceptProcedure.input>,
): Promise<z.output<typeof acceptProcedure.output>> {
  const { globalTransactionId, coordinator, ballot, binding } = message;
  if (binding) checkContent(binding, { globalTransactionId, coordinator });
  checkBallot(engine, caller, { ballot, coordinator });
  const taken = await perform(engine, globalTransactionId, { event: { kind: 'accept', ...message } });
  const reply = taken?.reply;
  if (reply?.kind === 'nack') return reply;
  if (reply?.kind !== 'ack') {
    invariant(reply?.kind === 'alarm', 'an ACCEPT has an answer');
    return reply;
  }
  const isSold = taken?.row?.participantState === 'sold';
  return { ...reply, receipt: isSold && taken.row ? await engine.work.receipt(taken.row) : null };
}

/** Answers PROMISE? of a recovery ballot of the caller's. */
export async function answerPromise(
  engine: Engine,
  caller: AirlineCode,
  message: z.output<typeof promiseProcedure.input>,
): Promise<z.output<typeof promiseProcedure.output>> {
  checkBallot(engine, caller, message);
  const event = { kind: 'promise', ...message } as const;
  const taken = await perform(engine, message.globalTransactionId, { event });
  const reply = taken?.reply;
  if (reply?.kind === 'promised') return { ...reply, binding: taken?.row ? bindingOf(taken.row) : null };
  invariant(reply?.kind === 'nack' || reply?.kind === 'alarm', 'a PROMISE? has an answer');
  return reply;
}

/** Answers STATUS. */
export async function answerStatus(
  { transactionLog }: Engine,
  { globalTransactionId }: z.output<typeof statusProcedure.input>,
): Promise<z.output<typeof statusProcedure.output>> {
  const row = await transactionLog.find(globalTransactionId);
  if (!row) return { decision: null, promised: 0, binding: null };
  return { decision: row.decision, promised: row.promised, binding: bindingOf(row) };
}

/** Answers ABORT from the coordinator, also when no PREPARE came before it. */
export async function answerAbort(
  engine: Engine,
  caller: AirlineCode,
  { globalTransactionId }: z.output<typeof abortProcedure.input>,
): Promise<z.output<typeof abortProcedure.output>> {
  const taken = await perform(engine, globalTransactionId, {
    event: { kind: 'abort', globalTransactionId, coordinator: caller },
  });
  if (taken?.reply?.kind === 'alarm') throw new Refusal('PEER_UNTRUSTED', { airline: caller });
  return { decision: 'abort' };
}
