import { createHash } from 'node:crypto';
import type { AirlineCode } from '../../api/airlines';
import { keyIdOf, signAs } from '../../api/peer-caller';
import type { Databases } from '../databases';

/* Batches of a change log as docs/replication.md describes them; written down here again, because a test sees the product from outside. */

export type Batch = {
  origin: AirlineCode;
  epoch: number;
  firstSeq: number;
  lastSeq: number;
  stamp: string;
  kid: string;
  signature: string;
  body: string;
};

export type Entry = { entity: string; id: string; schema: number; state: unknown };

type Unsigned = Omit<Batch, 'kid' | 'signature'>;

/** Signs what it says, with the real key of its origin or of somebody else. */
export function signed(batch: Unsigned, by: AirlineCode = batch.origin): Batch {
  const { origin, epoch, firstSeq, lastSeq, stamp, body } = batch;
  const bodySha256 = createHash('sha256').update(body).digest('base64url');
  const text = ['passcom change batch 1', origin, epoch, firstSeq, lastSeq, stamp, bodySha256].join('\n');
  return { ...batch, kid: keyIdOf(by), signature: signAs(by, text) };
}

/** A hybrid timestamp of this moment. */
export function stampOf(airline: AirlineCode): string {
  return `${new Date().toISOString()}-0000-${airline}`;
}

/** The last batches of an airline's log that somebody has, newest first. */
export async function lastBatches(
  databases: Databases,
  { at, origin, count }: { at: AirlineCode; origin: AirlineCode; count: number },
): Promise<Batch[]> {
  return databases.of(at)<Batch[]>`
    select origin, epoch, first_seq::int as "firstSeq", last_seq::int as "lastSeq", stamp, kid, signature, body
    from change_batches where origin = ${origin} order by epoch desc, first_seq desc limit ${count}`;
}

/**
 * Puts entries at the end of an airline's own log as its own sequencer would, whatever they say: what an airline could do
 * that means ill.
 */
export async function appendToOwnLog(
  databases: Databases,
  origin: AirlineCode,
  entries: readonly Entry[],
): Promise<void> {
  await databases.of(origin).begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('passcom sequencer'))`;
    const [head] = await tx<{ epoch: number; seq: number }[]>`
      select epoch, seq::int as seq from change_logs where origin = ${origin} for update`;
    if (!head) throw new Error(`${origin} has no log`);
    const lastSeq = head.seq + entries.length;
    const place = { origin, epoch: head.epoch, firstSeq: head.seq + 1, lastSeq };
    const batch = signed({ ...place, stamp: stampOf(origin), body: JSON.stringify(entries) });
    await tx`
      insert into change_batches (origin, epoch, first_seq, last_seq, stamp, kid, signature, body, stored_at)
      values (${origin}, ${batch.epoch}, ${batch.firstSeq}, ${lastSeq}, ${batch.stamp}, ${batch.kid},
        ${batch.signature}, ${batch.body}, now())`;
    await tx`update change_logs set seq = ${lastSeq} where origin = ${origin}`;
  });
}
