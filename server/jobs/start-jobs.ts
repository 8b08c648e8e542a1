import { rollSchedule } from '@/db/seed/roll-schedule';
import type { Airline } from '../airline';
import { resolveDue } from '../atomic-commit/resolve';
import { forgetOldDrafts } from '../booking/close-draft';
import { settleAllDelegated } from '../booking/delegate-purchase';
import { engineOf } from '../booking/work';
import { sweepExpiredHolds } from '../inventory/sweep-expired-holds';
import { compareMemories } from '../memory/compare-memories';
import { startAvailabilityLoop } from '../replication/availability-loop';
import { startCatalogueLoop } from '../replication/catalogue-loop';
import { joinLoops, type Loop, startLoop } from '../replication/loop';
import { markAvailabilityStale } from '../replication/publish-availability';
import { pullCabins } from '../replication/pull-cabins';

const secondMs = 1_000;
const hourMs = 3_600_000;

/** Every loop of an airline. `rollsSchedule`: the demo network's window moves on by itself. */
export function startJobs(airline: Airline, { rollsSchedule }: { rollsSchedule: boolean }): Loop {
  const repeat = (name: string, pauseMs: number, round: () => Promise<unknown>) =>
    startLoop({ name, log: airline.log, round, pauseMs: () => pauseMs });
  const loops = [
    startCatalogueLoop(airline),
    startAvailabilityLoop(airline),
    repeat('expired holds', 5 * secondMs, async () =>
      markAvailabilityStale(airline, await sweepExpiredHolds(airline)),
    ),
    repeat('undecided transactions', secondMs, () => resolveDue(engineOf(airline))),
    repeat('memories compared', secondMs, () => compareMemories(airline)),
    repeat('old drafts', hourMs, () => forgetOldDrafts(airline)),
    repeat('delegated purchases', 5 * secondMs, () => settleAllDelegated(airline)),
  ];
  for (const peer of airline.peers.codes) {
    loops.push(repeat(`cabins of ${peer}`, 5 * secondMs, () => pullCabins(airline, peer)));
  }
  if (rollsSchedule) loops.push(repeat('rolling schedule', hourMs, () => rollSchedule(airline)));
  return joinLoops(loops);
}
