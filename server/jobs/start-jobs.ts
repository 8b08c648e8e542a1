import { rollSchedule } from '@/db/seed/roll-schedule';
import type { Airline } from '../airline';
import { resolveDue } from '../atomic-commit/resolve';
import { forgetOldDrafts } from '../booking/close-draft';
import { settleAllDelegated } from '../booking/delegate-purchase';
import { engineOf } from '../booking/work';
import { startAvailabilityLoop } from '../catalogue/availability-loop';
import { markAvailabilityStale } from '../catalogue/mark-availability';
import { sweepExpiredHolds } from '../inventory/sweep-expired-holds';
import { compareMemories } from '../memory/compare-memories';
import { replicationOf } from '../replicated-entities';
import { startConvergenceLoop } from '../replication/convergence/convergence-loop';
import { joinLoops, type Loop, startLoop } from '../replication/loop';
import { startReplicationLoops } from '../replication/replication-loops';

const secondMs = 1_000;
const hourMs = 3_600_000;

/** Every loop of an airline. `rollsSchedule`: the demo network's window moves on by itself. */
export function startJobs(airline: Airline, { rollsSchedule }: { rollsSchedule: boolean }): Loop {
  const repeat = (name: string, pauseMs: number, round: () => Promise<unknown>) =>
    startLoop({ name, log: airline.log, round, pauseMs: () => pauseMs });
  const replication = replicationOf(airline);
  const loops = [
    startReplicationLoops(replication),
    startConvergenceLoop(replication),
    startAvailabilityLoop(airline),
    repeat('expired holds', 5 * secondMs, async () =>
      markAvailabilityStale(airline, await sweepExpiredHolds(airline)),
    ),
    repeat('undecided transactions', secondMs, () => resolveDue(engineOf(airline))),
    repeat('memories compared', secondMs, () => compareMemories(airline)),
    repeat('old drafts', hourMs, () => forgetOldDrafts(airline)),
    repeat('delegated purchases', 5 * secondMs, () => settleAllDelegated(airline)),
  ];
  if (rollsSchedule) loops.push(repeat('rolling schedule', hourMs, () => rollSchedule(airline)));
  return joinLoops(loops);
}
