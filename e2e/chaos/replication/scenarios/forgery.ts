import assert from 'node:assert/strict';
import { waitUntil } from '@/scripts/wait-until';
import { type AirlineCode, othersThan } from '../../../api/airlines';
import { callPeer } from '../../../api/peer-caller';
import type { Databases } from '../../databases';
import { appendToOwnLog, type Batch, type Entry, lastBatches, signed, stampOf } from '../batches';
import { type Fare, fareArrives, raiseFares } from '../news';
import type { Scenario } from '../scenario';

const liar: AirlineCode = 'giro';
const hearer: AirlineCode = 'boreal';
const deadlineMs = 10_000;

/** A flight for one real. */
const bargainCents = 100;

type Bait = { next: Omit<Batch, 'kid' | 'signature'>; known: Batch[] };

/** What a batch of the liar would have to say to be the next one. */
async function bait(databases: Databases, { legId }: Fare): Promise<Bait> {
  const known = await lastBatches(databases, { at: hearer, origin: liar, count: 5 });
  const entries = known.flatMap(({ body }) => JSON.parse(body) as Entry[]);
  const told = entries.find(({ entity, id }) => entity === 'leg' && id === legId);
  const [last] = known;
  assert.ok(told && last, 'the fare is not in the log');
  const entry = { ...told, state: { ...(told.state as object), fareCents: bargainCents } };
  const place = { origin: liar, epoch: last.epoch, firstSeq: last.lastSeq + 1, lastSeq: last.lastSeq + 1 };
  return { next: { ...place, stamp: stampOf(liar), body: JSON.stringify([entry]) }, known };
}

/** Batches that must change nothing, by what is wrong with them. */
function lies({ next, known }: Bait): Record<string, Batch[]> {
  const genuine = signed(next);
  const [last, before] = known;
  const long = JSON.stringify([{ ...(JSON.parse(next.body) as [Entry])[0], more: 'x'.repeat(300_000) }]);
  return {
    'signed by nobody': [{ ...genuine, signature: Buffer.alloc(64, 1).toString('base64url') }],
    'signed with another airline’s key': [
      signed(next, 'rumos'),
      { ...signed(next, 'rumos'), kid: genuine.kid },
    ],
    'in another airline’s name': [signed({ ...next, origin: 'rumos', stamp: stampOf('rumos') }, liar)],
    'told to the airline that it is about': [
      signed({ ...next, origin: hearer, stamp: stampOf(hearer) }, liar),
    ],
    tampered: [{ ...genuine, body: next.body.replace(String(bargainCents), '101') }],
    'an old batch under new numbers': [
      { ...(last ?? genuine), firstSeq: next.firstSeq, lastSeq: next.lastSeq },
    ],
    gapped: [signed({ ...next, firstSeq: next.firstSeq + 5, lastSeq: next.lastSeq + 5 })],
    overlapping: [signed({ ...next, firstSeq: next.firstSeq - 1, body: twice(next.body) })],
    'of another epoch': [signed({ ...next, epoch: next.epoch + 7, firstSeq: 1, lastSeq: 1 })],
    'with fewer entries than numbers': [signed({ ...next, lastSeq: next.lastSeq + 4 })],
    'with another airline’s stamp': [signed({ ...next, stamp: stampOf('rumos') })],
    unreadable: [signed({ ...next, body: '[{' })],
    oversized: [signed({ ...next, body: long })],
    'known already, last first': [last, before].flatMap((batch) => batch ?? []),
    'bad, with the same one good behind it': [{ ...genuine, signature: 'AAAA' }, genuine],
  };
}

const twice = (body: string) =>
  JSON.stringify([...(JSON.parse(body) as Entry[]), ...(JSON.parse(body) as Entry[])]);

/**
 * Everything at the hearer that a lie could change. Rumos's log and its own go on meanwhile: of those it is told who has
 * signed them.
 */
async function stateOf(databases: Databases, { legId }: Fare): Promise<unknown> {
  const sql = databases.of(hearer);
  const logs = await sql`select epoch, seq from change_logs where origin = ${liar}`;
  const batches = await sql`
    select count(*)::int as count, max(last_seq) as last from change_batches where origin = ${liar}`;
  const signers =
    await sql`select distinct origin, epoch, kid from change_batches order by origin, epoch, kid`;
  const leg = await sql`select fare_cents, change_seq from legs where leg_id = ${legId}`;
  return { logs: [...logs], batches: [...batches], signers: [...signers], leg: [...leg] };
}

/** A leg of Rumos in Giro's own log, well signed, and something that nobody knows. */
async function claimForeignLeg(databases: Databases): Promise<string> {
  const told = await lastBatches(databases, { at: liar, origin: 'rumos', count: 20 });
  const entries = told.flatMap(({ body }) => JSON.parse(body) as Entry[]);
  const leg = entries.find(({ entity }) => entity === 'leg');
  assert.ok(leg, 'Rumos has told of no leg');
  const bargain = { ...leg, state: { ...(leg.state as object), fareCents: bargainCents } };
  await appendToOwnLog(databases, liar, [
    bargain,
    { entity: 'meal', id: 'feijoada', schema: 1, state: { beans: true } },
  ]);
  for (const at of othersThan(liar)) {
    const aside = () => databases.of(at)<{ reason: string }[]>`
      select reason from set_aside_changes where origin = ${liar} and reason in ('foreign', 'unknown') order by reason`;
    const both = await waitUntil(async () => (await aside()).length >= 2, deadlineMs, 50);
    assert.ok(both, `${at} has put aside ${JSON.stringify([...(await aside())])}`);
    const [copy] = await databases.of(at)<{ cents: number }[]>`
      select fare_cents as cents from legs where leg_id = ${leg.id}`;
    assert.notEqual(copy?.cents, bargainCents, `${at} believes ${liar} about a leg of Rumos`);
  }
  return 'a leg of another airline and an unknown entity were put aside at both';
}

/** An airline tells lies about the logs with its real key. */
export const forgery: Scenario = {
  name: 'forgery',
  inShare: true,
  async play({ databases }) {
    await raiseFares(databases, 'rumos', { count: 1 });
    const fare = await raiseFares(databases, liar, { count: 2 });
    await fareArrives(databases, fare, { at: hearer, since: Date.now(), deadlineMs });
    const told = lies(await bait(databases, fare));
    const statuses = new Set<number>();
    const before = await stateOf(databases, fare);
    for (const [what, batches] of Object.entries(told)) {
      const input = { vector: {}, batches };
      const answer = await callPeer({ from: liar, to: hearer, procedure: 'peer.hint', input });
      statuses.add(answer.status);
      assert.ok(
        answer.status !== 401 && answer.status !== 404,
        `${what}: the call itself was ${answer.status}`,
      );
      assert.deepEqual(await stateOf(databases, fare), before, `a batch ${what} has changed something`);
    }
    const next = await raiseFares(databases, liar, { count: 1 });
    const ms = await fareArrives(databases, next, { at: hearer, since: Date.now(), deadlineMs });
    const aside = await claimForeignLeg(databases);
    const later = await raiseFares(databases, liar, { count: 1 });
    await fareArrives(databases, later, { at: hearer, since: Date.now(), deadlineMs });
    return {
      proof: `${Object.keys(told).length} kinds of batches told, answered ${[...statuses].join(', ')}`,
      facts: [`nothing changed; the next true fare came in ${ms} ms`, aside],
    };
  },
};
