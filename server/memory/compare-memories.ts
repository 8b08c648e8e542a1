import type { z } from 'zod';
import type { Airline } from '../airline';
import { airlineState } from '../airline-state';
import type { AirlineCode } from '../domain/airline-code';
import { isRefusal } from '../errors';
import { isPeerUnreachable } from '../peers/peers';
import { checkRecollections } from './check-recollections';
import { declareAmnesia } from './declare-amnesia';
import { forgottenSince, type Mark } from './mark';
import { compareMemoriesProcedure, maxRunsTold } from './messages';
import { ownMemory, readOwnMemory } from './own-memory';
import { noteMark, seenMarkOf } from './peer-marks';
import { type Recognised, recogniseDatabase } from './recognise-database';

const answerMs = 1_000;

/** Peers that have been compared with since they were last silent. */
const comparedOf = airlineState('peers-compared', () => new Set<AirlineCode>());

/**
 * One round: looks at the own database, and compares with every peer that answers. A peer that comes back from silence
 * is also asked for the newest transactions that it knows of. Never rejects because of a peer.
 */
export async function compareMemories(airline: Airline, look?: Parameters<typeof recogniseDatabase>[1]) {
  const recognised = await recogniseDatabase(airline, look);
  await Promise.all(airline.peers.codes.map((peer) => compareWith(airline, peer, recognised)));
}

async function compareWith(airline: Airline, peer: AirlineCode, { own, facts }: Recognised): Promise<void> {
  const compared = comparedOf(airline);
  const mark = own.state === 'amnesiac' ? null : { epoch: own.epoch, run: facts.run, lsn: facts.lsn };
  const message = { mark, runs: own.runs.slice(-maxRunsTold), seen: await seenMarkOf(airline, peer) };
  try {
    const { seen } = await airline.peers.call(peer, compareMemoriesProcedure, message, {
      timeoutMs: answerMs,
    });
    await hearOfOwnMark(airline, peer, seen);
    if (compared.has(peer)) return;
    await checkRecollections(airline, peer);
    compared.add(peer);
  } catch (error) {
    compared.delete(peer);
    // Silence, or a version that cannot compare: it is compared with when it answers.
    if (!isPeerUnreachable(error) && !isRefusal(error)) throw error;
  }
}

/** Answers `peer.compareMemories`. */
export async function answerComparison(
  airline: Airline,
  caller: AirlineCode,
  { mark, runs, seen }: z.output<typeof compareMemoriesProcedure.input>,
): Promise<z.output<typeof compareMemoriesProcedure.output>> {
  if (mark) await noteMark(airline, caller, { mark, runs });
  await hearOfOwnMark(airline, caller, seen);
  const own = await ownMemory(airline);
  return { seen: await seenMarkOf(airline, caller), isAmnesiac: own?.state === 'amnesiac' };
}

/** A peer has seen this far into our memory. What this process read of it may be older than what the peer was told. */
async function hearOfOwnMark(airline: Airline, peer: AirlineCode, seen: Mark | null): Promise<void> {
  const known = await ownMemory(airline);
  if (!seen || !known || known.state === 'amnesiac' || !forgottenSince(known, seen)) return;
  const own = await readOwnMemory(airline);
  const forgotten = own && forgottenSince(own, seen);
  if (forgotten) await declareAmnesia(airline, `${peer} has seen ${forgotten}`);
}
