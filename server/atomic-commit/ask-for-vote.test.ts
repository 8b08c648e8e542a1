import { expect, it } from 'vitest';
import { silentLog } from '../log';
import { askForVote } from './ask-for-vote';
import { hashOf } from './canonical-json';
import type { Engine } from './engine';
import type { Vote } from './events';
import { newTransaction } from './transaction';

const contested: Vote = { kind: 'no', refusal: { code: 'SEAT_CONTESTED', airline: 'rumos', seat: '1A' } };
const sold: Vote = { kind: 'no', refusal: { code: 'SEAT_TAKEN', airline: 'rumos', seat: '1A' } };
const yes: Vote = { kind: 'yes' };

const manifest = {
  globalTransactionId: 'a6b9c1de-0000-4000-8000-000000000001',
  coordinator: 'giro' as const,
  participants: ['rumos' as const, 'giro' as const],
  work: {},
};

/** A coordinator whose peer waits as long as it is told to and then votes `votes`, one after the other. */
function coordinatorHearing(votes: Vote[], { clockStands = false } = {}) {
  let nowMs = 0;
  const waits: number[] = [];
  const engine = {
    airline: {
      code: 'giro',
      clock: { now: () => new Date(nowMs) },
      log: silentLog,
      peers: {
        call: async (...[, , message]: [unknown, unknown, { waitMs: number }]) => {
          waits.push(message.waitMs);
          if (!clockStands) nowMs += message.waitMs;
          return votes[waits.length - 1];
        },
      },
    },
  } as unknown as Engine;
  const transaction = {
    ...newTransaction(manifest.globalTransactionId, 'giro'),
    manifest,
    manifestHash: hashOf(manifest),
  };
  const ask = (leftMs: number) =>
    askForVote(engine, { peer: 'rumos', transaction, privateWork: null, leftMs });
  return { ask, waits };
}

it('asks again for a contested seat while the prepare phase lasts', async () => {
  const { ask, waits } = coordinatorHearing([contested, yes]);
  expect(await ask(4_000)).toEqual(yes);
  expect(waits).toEqual([1_500, 500]);
});

it('hands on contested when time is up, and never calls it sold', async () => {
  const { ask, waits } = coordinatorHearing([contested, contested, yes]);
  expect(await ask(4_000)).toEqual(contested);
  expect(waits).toHaveLength(2);
  const late = coordinatorHearing([contested, yes]);
  expect(await late.ask(3_500)).toEqual(contested);
  expect(late.waits).toHaveLength(1);
});

it('asks once for what is sold or prepared', async () => {
  for (const vote of [sold, yes]) {
    const { ask, waits } = coordinatorHearing([vote]);
    expect(await ask(4_000)).toEqual(vote);
    expect(waits).toHaveLength(1);
  }
});

it('asks no more than twice, whatever the clock says', async () => {
  const { ask, waits } = coordinatorHearing([contested, contested, contested], { clockStands: true });
  expect(await ask(4_000)).toEqual(contested);
  expect(waits).toHaveLength(2);
});
