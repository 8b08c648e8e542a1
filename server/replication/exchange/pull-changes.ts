import type { z } from 'zod';
import type { AirlineCode } from '../../domain/airline-code';
import { bootstrapOrigin } from '../bootstrap/bootstrap-origin';
import type { ChangeBatch } from '../change-log/change-batch';
import { readLogs, vectorOf } from '../change-log/read-vector';
import type { Replication } from '../entity';
import { applyBatches } from './apply-batches';
import { batchesByOrigin } from './batches-by-origin';
import { noteDirectLink, wantedFrom } from './direct-links';
import { changesProcedure } from './messages';
import { needsSnapshot } from './needs-snapshot';
import { noteAsOf } from './note-as-of';

/** 2 MB over a slow line; longer means that something else is wrong. */
const answerTimeoutMs = 10_000;

export type Pulled = { entries: number };

/**
 * Brings the copies of all origins up to what one peer has: page by page until there is nothing more, with a snapshot
 * first where the peer's own log demands one. Ends early, between two pages, when `signal` aborts. Throws
 * `PeerUnreachable`, the peer's `Refusal`, or `BatchRefused` when it was given a bad batch; the other origins' batches
 * were applied then.
 */
export async function pullChanges(
  replication: Replication,
  peer: AirlineCode,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Pulled> {
  let entries = 0;
  let mayCopy = true;
  for (;;) {
    const page = await pullPage(replication, peer, { signal, mayCopy });
    entries += page.entries;
    mayCopy &&= !page.isCopied;
    if (!page.mayHaveMore || signal?.aborted) return { entries };
  }
}

type Page = Pulled & { isCopied: boolean; mayHaveMore: boolean };

/** `mayCopy`: a snapshot that is needed again right after one is left to the next pull. */
async function pullPage(
  replication: Replication,
  peer: AirlineCode,
  { signal, mayCopy }: { signal?: AbortSignal; mayCopy: boolean },
): Promise<Page> {
  const { airline } = replication;
  const known = await readLogs(airline.db);
  const wants = wantedFrom(airline, peer, known);
  const askedAt = airline.clock.now();
  const { logs, batches } = await ask(replication, peer, { vector: vectorOf(known), wants });
  const own = logs.find(({ origin }) => origin === peer);
  if (mayCopy && own && needsSnapshot(known.get(peer), own)) {
    await bootstrapOrigin(replication, peer, { signal });
    return { entries: 0, isCopied: true, mayHaveMore: true };
  }
  const entries = await applyAll(replication, batches);
  const after = entries > 0 ? await readLogs(airline.db) : known;
  await noteAsOf(airline, { peer, askedAt, logs }, after);
  const isBehind = logs.some(
    ({ origin, seq }) => wants.includes(origin) && seq > (after.get(origin)?.seq ?? 0),
  );
  return { entries, isCopied: false, mayHaveMore: entries > 0 && isBehind };
}

async function ask(
  { airline }: Replication,
  peer: AirlineCode,
  question: z.input<typeof changesProcedure.input>,
): Promise<z.output<typeof changesProcedure.output>> {
  try {
    const options = { timeoutMs: answerTimeoutMs };
    const answer = await airline.peers.call(peer, changesProcedure, question, options);
    noteDirectLink(airline, peer, true);
    return answer;
  } catch (error) {
    noteDirectLink(airline, peer, false);
    throw error;
  }
}

/** One origin's fault does not keep the others' news away. */
async function applyAll(replication: Replication, batches: readonly ChangeBatch[]): Promise<number> {
  const faults: unknown[] = [];
  let entries = 0;
  for (const [origin, ofOrigin] of batchesByOrigin(batches)) {
    try {
      entries += await applyBatches(replication, origin, ofOrigin);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
  return entries;
}
