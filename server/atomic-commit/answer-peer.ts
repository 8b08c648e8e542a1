import type { z } from 'zod';
import { invariant } from '../assert';
import type { AirlineCode } from '../domain/airline-code';
import { Refusal } from '../errors';
import { hashOf } from './canonical-json';
import type { Engine } from './engine';
import type { Vote } from './events';
import type { Manifest } from './manifest';
import type { abortProcedure, acceptProcedure, prepareProcedure } from './messages';
import { perform } from './perform';
import { prepareWithPatience } from './prepare-with-patience';
import { newTransaction } from './transaction';

function checkOrigin(caller: AirlineCode, manifest: Manifest, manifestHash: string): void {
  if (manifest.coordinator !== caller)
    throw new Refusal('PEER_UNTRUSTED', { airline: caller, field: 'manifest.coordinator' });
  if (hashOf(manifest) !== manifestHash) throw new Refusal('INPUT_INVALID', { field: 'manifestHash' });
}

/** Answers PREPARE (M1): votes, durably, before it answers. */
export async function answerPrepare(
  engine: Engine,
  caller: AirlineCode,
  message: z.output<typeof prepareProcedure.input>,
): Promise<Vote> {
  const { manifest, manifestHash, privateWork, waitMs } = message;
  checkOrigin(caller, manifest, manifestHash);
  if (!manifest.participants.includes(engine.airline.code))
    throw new Refusal('INPUT_INVALID', { field: 'manifest.participants' });
  const asked = {
    ...newTransaction(manifest.globalTransactionId, caller),
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

/** Answers ACCEPT (M2) of ballot 0, which belongs to the coordinator. */
export async function answerAccept(
  engine: Engine,
  caller: AirlineCode,
  message: z.output<typeof acceptProcedure.input>,
): Promise<z.output<typeof acceptProcedure.output>> {
  const { manifest, manifestHash } = message;
  checkOrigin(caller, manifest, manifestHash);
  if (message.ballot !== 0) throw new Refusal('INPUT_INVALID', { field: 'ballot' });
  const taken = await perform(engine, manifest.globalTransactionId, {
    event: { kind: 'accept', ...message },
  });
  const reply = taken?.reply;
  if (reply?.kind === 'nack') return reply;
  if (reply?.kind !== 'ack') {
    invariant(reply?.kind === 'alarm', 'an ACCEPT has an answer');
    return reply;
  }
  const isSold = taken?.row?.participantState === 'sold';
  return { ...reply, receipt: isSold && taken.row ? await engine.work.receipt(taken.row) : null };
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
