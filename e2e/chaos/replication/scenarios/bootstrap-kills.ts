import assert from 'node:assert/strict';
import { waitUntil } from '@/scripts/wait-until';
import { startAirline } from '../../../alliance/faults';
import { type AirlineCode, othersThan } from '../../../api/airlines';
import type { Databases } from '../../databases';
import { killSite } from '../../processes/site-process';
import { emptyCopies, trimLogs } from '../empty-copies';
import { linksOf, treatAll } from '../links';
import { keepChanging } from '../news';
import type { Scenario } from '../scenario';

const emptied = 'boreal';
const caughtMs = 30_000;

/** A page of a snapshot is quick; a slow way gives the kills something to hit. */
const slowMs = 120;

async function countCopies(databases: Databases): Promise<{ rows: number; isCopying: boolean }> {
  const [row] = await databases.of(emptied)<{ rows: number; isCopying: boolean }[]>`
    select (select count(*)::int from legs where airline <> ${emptied}) as rows,
      exists (select from change_logs where bootstrap is not null) as "isCopying"`;
  return row ?? { rows: 0, isCopying: false };
}

type Kill = {
  /** When so many of the legs are there. */
  share: number;
  /** Who is killed: the one that copies, or one of those that are copied. */
  victim: AirlineCode;
};

/** Kills somebody in the middle of a snapshot, as often as wanted, while the origins go on changing. */
function bootstrapKilled(name: string, kills: readonly Kill[], inShare: boolean): Scenario {
  return {
    name,
    inShare,
    async play({ network, databases }) {
      const origins = othersThan(emptied);
      const all = (await countCopies(databases)).rows;
      await killSite(emptied);
      await emptyCopies(databases, emptied);
      const trimmed = await trimLogs(databases, origins);
      treatAll(linksOf(network, emptied), { kind: 'slow', delayMs: slowMs });
      const changing = keepChanging(databases, origins);
      const killedAt: string[] = [];
      for (const { share, victim } of kills) {
        const starting = startAirline(emptied).catch(() => undefined);
        const caught = await waitUntil(() => isBeyond(databases, share * all), caughtMs, 3);
        await killSite(victim);
        await starting;
        const { rows, isCopying } = await countCopies(databases);
        if (caught && isCopying && rows < all) killedAt.push(`${victim} at ${rows}`);
        if (victim !== emptied) await startAirline(victim);
      }
      const changed = await changing.stop();
      assert.ok(killedAt.length > 0, 'no kill came in the middle of a snapshot');
      return {
        proof: `killed ${killedAt.join(', ')} of ${all} legs copied`,
        facts: [`${trimmed} batches trimmed at the peers before, ${changed} fares changed meanwhile`],
      };
    },
  };
}

async function isBeyond(databases: Databases, rows: number): Promise<boolean> {
  const copies = await countCopies(databases);
  return copies.isCopying && copies.rows >= rows;
}

const killsOf = (victim: AirlineCode, ...shares: number[]) => shares.map((share) => ({ share, victim }));

export const bootstrapKills: Scenario[] = [
  bootstrapKilled('bootstrap-killed', killsOf(emptied, 0, 0.1, 0.4, 0.7, 0.9), false),
  bootstrapKilled('bootstrap-killed-once', killsOf(emptied, 0.3), true),
  bootstrapKilled('bootstrap-origins-killed', [...killsOf('rumos', 0.2), ...killsOf('giro', 0.5)], false),
];
