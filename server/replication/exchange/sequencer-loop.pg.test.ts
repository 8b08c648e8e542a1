import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { changeBatches } from '@/db/schema';
import { sequenceAll } from '../../testing/replicate';
import type { Replication } from '../entity';
import type { Loop } from '../loop';
import { spreadNow, spreadSoon } from '../spread';
import { createNoteAlliance, type NoteAlliance, renewNoteAlliance, writeNote } from '../testing/notes';
import { hintProcedure } from './messages';
import { startSequencerLoop } from './sequencer-loop';

let alliance: NoteAlliance;
let rumos: Replication;

beforeAll(async () => {
  alliance = await createNoteAlliance();
});
afterAll(() => alliance.close());

beforeEach(async () => {
  await renewNoteAlliance(alliance);
  rumos = alliance.replications.rumos;
  await sequenceAll(rumos);
});

const logged = () => rumos.airline.db.$count(changeBatches);
const hinted = () =>
  alliance.calls.filter(({ procedure }) => procedure === hintProcedure.name).map(({ to }) => to);

async function running(loop: Loop, test: () => Promise<void>): Promise<void> {
  try {
    await test();
  } finally {
    await loop.stop();
  }
}

it('has told every peer when a spread is over, and leaves out those that are offline', async () => {
  alliance.offline.add('boreal');
  await running(startSequencerLoop(rumos), async () => {
    await writeNote(rumos.airline, ['a', 'x']);
    await expect
      .poll(
        async () => {
          await spreadNow(rumos.airline);
          return [await logged(), hinted()];
        },
        { timeout: 15_000 },
      )
      .toEqual([1, ['giro']]);
  });
});

it('sends what is sequenced while a hint is under way with the next one', async () => {
  let answer = () => {};
  const slow = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { peers } = rumos.airline;
  const sent: number[] = [];
  // biome-ignore lint/complexity/useMaxParams: the four parts of a call, as Peers declares them
  const call: typeof peers.call = async (peer, procedure, input, ...options) => {
    if (peer === 'giro') {
      sent.push((input as { batches: unknown[] }).batches.length);
      if (sent.length === 1) await slow;
    }
    return peers.call(peer, procedure, input, ...options);
  };
  const airline = { ...rumos.airline, peers: { ...peers, call } };
  await running(startSequencerLoop({ ...rumos, airline }), async () => {
    for (const count of [1, 2, 3]) {
      await writeNote(airline, [`${count}`, 'x']);
      spreadSoon(airline);
      await expect.poll(logged, { timeout: 15_000 }).toBe(count);
    }
    expect(sent).toEqual([1]);
    answer();
    await expect.poll(() => sent, { timeout: 15_000 }).toEqual([1, 2]);
  });
});

it('waits for a peer that does not answer no longer than a second', async () => {
  const { peers } = rumos.airline;
  const never: typeof peers.call = () => new Promise(() => {});
  const airline = { ...rumos.airline, peers: { ...peers, call: never } };
  await running(startSequencerLoop({ ...rumos, airline }), async () => {
    await writeNote(airline, ['a', 'x']);
    await expect.poll(logged, { timeout: 15_000 }).toBe(1);
    // The test's own deadline is the assertion: the peer never answers.
    await spreadNow(airline);
  });
});

it('does nothing, and does not fail, where no sequencer runs', async () => {
  await writeNote(rumos.airline, ['a', 'x']);
  spreadSoon(rumos.airline);
  await spreadNow(rumos.airline);
  expect(await logged()).toBe(0);
});
