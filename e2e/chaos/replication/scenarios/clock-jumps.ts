import assert from 'node:assert/strict';
import { waitUntil } from '@/scripts/wait-until';
import { airlines, othersThan } from '../../../api/airlines';
import { type Account, newAccount, register, signInAt } from '../../../api/customers';
import type { Stage } from '../../matrix/stage';
import { setAllClocksRight, setClock } from '../../processes/clocks';
import { finalAttempt } from '../../purchase-attempt';
import { orderFor } from '../../seat-pool';
import { fareArrives, raiseFares, sequenced } from '../news';
import type { Scenario } from '../scenario';

const hourMs = 3_600_000;
/** Below the 60 s that a timestamp may be ahead. */
const slightMs = 45_000;
const deadlineMs = 10_000;
const answerMs = 20_000;
/** What was put aside is tried again each minute. */
const triedAgainMs = 90_000;

/** When the site says that it has stored its last batch. */
async function lastStoredMs({ databases }: Stage): Promise<number> {
  const [row] = await databases.of('rumos')<{ storedAt: Date }[]>`
    select stored_at as "storedAt" from change_batches where origin = 'rumos'
    order by epoch desc, first_seq desc limit 1`;
  return row?.storedAt.getTime() ?? Number.NaN;
}

/** The clock of one site jumps while it sells; then it jumps back, and everything must be as before. */
function jump(name: string, offsetMs: number): Scenario {
  return {
    name,
    inShare: false,
    async play(stage) {
      const { databases } = stage;
      await setClock('rumos', offsetMs);
      await raiseFares(databases, 'rumos', { count: 20 });
      await sequenced(databases, 'rumos');
      const offByMs = (await lastStoredMs(stage)) - Date.now();
      assert.ok(Math.abs(offByMs - offsetMs) < deadlineMs, `the clock is off by ${offByMs} ms only`);
      const seat = orderFor([stage.takeSeat('rumos')]);
      const own = await finalAttempt(stage.clientAt('rumos'), seat, answerMs);
      await setAllClocksRight();
      const since = Date.now();
      const fare = await raiseFares(databases, 'rumos', { count: 1, skip: 30 });
      const fareMs = await fareArrives(databases, fare, { at: 'giro', since, deadlineMs });
      const accountMs = await registerAndSignIn();
      return {
        proof: `what it stored was dated ${Math.round(offByMs / 1_000)} s from now`,
        facts: [
          `its own seat meanwhile: ${own.status}`,
          `after the jump back: a fare at giro in ${fareMs} ms, signed in at giro ${accountMs} ms after a registration at rumos`,
        ],
      };
    },
  };
}

/** Ms from the registration's answer until the same person is signed in at another airline. */
async function registerAndSignIn(): Promise<number> {
  const account = newAccount();
  await register('rumos', account);
  const since = Date.now();
  await signInAt('giro', account);
  return Date.now() - since;
}

/** Entries that the peers of Rumos wait with. */
async function countWaiting({ databases }: Stage): Promise<number> {
  const counts = await Promise.all(
    othersThan('rumos').map(async (at) => {
      const [row] = await databases.of(at)<{ count: number }[]>`
        select count(*)::int as count from set_aside_changes where reason = 'future'`;
      return row?.count ?? 0;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function canSignIn(account: Account): Promise<boolean> {
  return signInAt('giro', account).then(
    () => true,
    () => false,
  );
}

/** An account from an hour ahead: put aside and no obstacle, and there when its time has come. */
const accountOfTheFuture: Scenario = {
  name: 'account-of-the-future',
  inShare: false,
  async play(stage) {
    const account = newAccount();
    await setClock('rumos', hourMs);
    await register('rumos', account);
    await setAllClocksRight();
    const since = Date.now();
    const fare = await raiseFares(stage.databases, 'rumos', { count: 1 });
    const fareMs = await fareArrives(stage.databases, fare, { at: 'giro', since, deadlineMs });
    const waiting = await countWaiting(stage);
    assert.ok(waiting > 0, 'nothing was put aside');
    assert.equal(await canSignIn(account), false, 'an account of the future signs in');
    for (const code of airlines) await setClock(code, hourMs + slightMs);
    const applied = await waitUntil(async () => (await countWaiting(stage)) === 0, triedAgainMs, 100);
    assert.ok(applied, 'what was put aside is not applied when its time has come');
    await setAllClocksRight();
    assert.ok(await canSignIn(account), 'the account does not sign in at giro');
    return {
      proof: `${waiting} entries put aside as of the future`,
      facts: [`the log went on: a fare in ${fareMs} ms`, 'applied when every clock was an hour later'],
    };
  },
};

export const clockJumps: Scenario[] = [
  jump('clock-hour-ahead', hourMs),
  jump('clock-hour-back', -hourMs),
  jump('clock-45-s-ahead', slightMs),
  accountOfTheFuture,
];
