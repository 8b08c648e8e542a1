import assert from 'node:assert/strict';
import { waitUntil } from '@/scripts/wait-until';
import { startAirline } from '../../../alliance/faults';
import type { Databases } from '../../databases';
import { killCluster } from '../../processes/kill-cluster';
import { killSite } from '../../processes/site-process';
import { countUnsequenced, seqOf } from '../heads';
import { raiseFares, sequenced } from '../news';
import type { Scenario } from '../scenario';

/** Enough for several batches, so that there is a middle. */
const changesOfBurst = 3_000;
const burstParts = 6;
const caughtMs = 10_000;
const kills = 4;

/** Noted in several tx, so that some are in the log while others wait. */
async function burst(databases: Databases, airline: 'rumos'): Promise<void> {
  const count = changesOfBurst / burstParts;
  for (let part = 0; part < burstParts; part += 1)
    await raiseFares(databases, airline, { count, skip: part * count });
}

/** Kills the origin's site, or its PostgreSQL, while changes wait to be sequenced. */
function originCrash(name: string, kill: (airline: 'rumos') => Promise<void>): Scenario {
  return {
    name,
    inShare: false,
    async play({ databases }) {
      const pending: number[] = [];
      for (let time = 0; time < kills; time += 1) {
        const before = await seqOf(databases, 'rumos');
        const writing = burst(databases, 'rumos');
        // A burst that the crash of PostgreSQL ends is simply shorter.
        const written = writing.catch(() => undefined);
        await waitUntil(async () => (await seqOf(databases, 'rumos')) > before, caughtMs, 2);
        const left = await countUnsequenced(databases, 'rumos');
        await kill('rumos');
        databases.renew('rumos');
        await written;
        if (left > 0) pending.push(left);
        await startAirline('rumos');
        await sequenced(databases, 'rumos');
      }
      assert.ok(pending.length > 0, 'no kill met an unfinished sequence');
      return {
        proof: `${pending.length} of ${kills} kills with ${pending.join(', ')} changes not sequenced`,
        facts: [],
      };
    },
  };
}

/** Kills the site of who hears while batches wait to be applied. */
const receiverCrash: Scenario = {
  name: 'receiver-killed',
  inShare: false,
  async play({ databases }) {
    const middles: string[] = [];
    for (let time = 0; time < kills; time += 1) {
      const before = await seqOf(databases, 'giro', 'rumos');
      const writing = burst(databases, 'rumos');
      await waitUntil(async () => (await seqOf(databases, 'giro', 'rumos')) > before, caughtMs, 2);
      await killSite('giro');
      await writing;
      await sequenced(databases, 'rumos');
      const [has, head] = [await seqOf(databases, 'giro', 'rumos'), await seqOf(databases, 'rumos')];
      if (has > before && has < head) middles.push(`${has - before} of ${head - before}`);
      await startAirline('giro');
      await waitUntil(async () => (await seqOf(databases, 'giro', 'rumos')) === head, caughtMs, 50);
    }
    assert.ok(middles.length > 0, 'no kill came between the first and the last entry');
    return { proof: `killed after ${middles.join(', ')} entries`, facts: [] };
  },
};

export const crashes: Scenario[] = [
  originCrash('origin-killed', killSite),
  originCrash('origin-postgres-killed', killCluster),
  receiverCrash,
];
