import type { Mode } from './mode';
import { takeObservations } from './observed-step';
import type { Violation } from './referee';
import { Simulation } from './simulation';
import { admitCustomers } from './workload';

/** After this long without faults everything must be decided. */
const resolveWithinMs = 10_000;

/** A clock that was set back may put a row off for this much longer. */
const tooFarMs = 30_000;

/** After this long with everybody back all must agree; the slowest messages have come by then and are dealt with. */
const agreeWithinMs = 15_000;
const slowestMs = 20_000;

/** Longer than the latest copy of a message is late. */
const latestMs = 700_000;

export type Played = {
  seed: number;
  mode: Mode;
  violation: Violation | null;
  hash: number;
  events: number;
  counts: [string, number][];
  lines: string[];
};

/** Plays the schedule of one seed to its end or to the first broken promise. */
export async function playSchedule(options: {
  seed: number;
  mode: Mode;
  isWritten: boolean;
}): Promise<Played> {
  const simulation = new Simulation(options);
  const { agenda, referee, chronicle, faults, sites, random } = simulation;
  for (const site of sites) {
    site.start();
    if (random.chance(faults.plan.twoProcesses)) site.start();
  }
  admitCustomers(simulation);
  faults.start();
  await agenda.run(faults.plan.calmAtMs);
  if (options.mode === 'liveness') await calmDown(simulation);
  for (const site of sites) referee.checkSeats(site);
  for (const [name, times] of takeObservations()) simulation.coverage.count(name, times);
  return {
    ...options,
    violation: referee.violation,
    hash: chronicle.hash,
    events: agenda.events,
    counts: [...simulation.coverage.counts],
    lines: chronicle.lines,
  };
}

/** Faults stop; the survivors finish; those who were lost come back; the last late messages arrive. */
async function calmDown(simulation: Simulation): Promise<void> {
  const { agenda, faults, referee, sites } = simulation;
  const calmMs = agenda.nowMs;
  simulation.isCalm = true;
  simulation.chronicle.note('network', 'is calm');
  faults.end();
  const { slow, veryLate, clockJumpsPerSecond } = faults.plan;
  await agenda.run(calmMs + resolveWithinMs + (clockJumpsPerSecond > 0 ? tooFarMs : 0));
  for (const site of sites) if (!site.isLost) referee.checkResolved(site, calmMs);
  for (const site of sites.filter(({ isLost }) => isLost)) {
    site.isLost = false;
    site.start();
  }
  await agenda.run(agenda.nowMs + agreeWithinMs + (slow > 0 ? slowestMs : 0) + (veryLate > 0 ? latestMs : 0));
  for (const site of sites) referee.checkResolved(site, agenda.nowMs);
  referee.checkDelivered();
}
