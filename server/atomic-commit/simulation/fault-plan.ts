import { beforeTheLastVote, type CrashMoment, crashTable } from './crash-table';
import type { Random } from './random';

export const fates = ['comes back', 'lost for ever', 'is paused'] as const;

type Fate = (typeof fates)[number];

/** A fault that waits for one moment of the crash table and strikes there once. */
export type Aim = {
  at: CrashMoment;
  /** So many such moments pass before it strikes. */
  skip: number;
  fate: Fate;
  /** Another airline is lost in the same instant. */
  takesAnother: boolean;
};

/** How often what goes wrong; probabilities per message or COMMIT, and rates per second. */
export type FaultPlan = {
  latencyMs: number;
  drop: number;
  answerLost: number;
  duplicate: number;
  /** Messages that take up to 20 s, and copies that come minutes later. */
  slow: number;
  veryLate: number;
  commitCrash: number;
  commitError: number;
  commitFreeze: number;
  slowCommit: number;
  killsPerSecond: number;
  freezesPerSecond: number;
  cutsPerSecond: number;
  outagesPerSecond: number;
  clockJumpsPerSecond: number;
  /** Messages that no correct airline sends. */
  liesPerSecond: number;
  /** Airlines whose requests go to two processes on one database. */
  twoProcesses: number;
  /** A restarted process dies again and again. */
  storm: boolean;
  aims: Aim[];
  /** When the faults end. */
  calmAtMs: number;
};

/**
 * Each kind of fault is on or off for a whole schedule and has its own strength there: schedules with one fault alone and
 * with many at once find what an even mixture of everything never does.
 */
export function arbitraryPlan(random: Random): FaultPlan {
  const perhaps = (probability: number, low: number, high: number) =>
    random.chance(probability) ? random.between(low, high) : 0;
  return {
    latencyMs: random.pick([2, 10, 80, 400]),
    drop: perhaps(0.4, 0.02, 0.5),
    answerLost: perhaps(0.4, 0.02, 0.5),
    duplicate: perhaps(0.4, 0.05, 0.6),
    slow: perhaps(0.25, 0.02, 0.3),
    veryLate: perhaps(0.08, 0.02, 0.1),
    commitCrash: perhaps(0.25, 0.01, 0.15),
    commitError: perhaps(0.25, 0.01, 0.2),
    commitFreeze: perhaps(0.2, 0.01, 0.15),
    slowCommit: perhaps(0.2, 0.02, 0.3),
    killsPerSecond: perhaps(0.3, 0.1, 1.5),
    freezesPerSecond: perhaps(0.25, 0.1, 1),
    cutsPerSecond: perhaps(0.3, 0.1, 2),
    outagesPerSecond: perhaps(0.15, 0.1, 0.7),
    clockJumpsPerSecond: perhaps(0.15, 0.1, 0.7),
    liesPerSecond: perhaps(0.2, 0.2, 3),
    twoProcesses: perhaps(0.25, 0.3, 1),
    storm: random.chance(0.1),
    aims: arbitraryAims(random),
    calmAtMs: random.pick([5_000, 9_000, 12_000, 18_000]),
  };
}

/** Often a coordinator's failure first, so that there is a recovery, and then one of the resolver's. */
function arbitraryAims(random: Random): Aim[] {
  const count = random.pick([0, 1, 1, 2, 3]);
  const anywhere = Array.from({ length: count }, () => aimAt(random, random.pick(crashTable)));
  if (random.chance(0.5)) return anywhere;
  if (random.chance(0.3))
    return [{ ...aimAt(random, beforeTheLastVote), skip: 0, fate: 'is paused' }, ...anywhere];
  const [coordinators, resolvers] = [/^coordinator/, /^resolver/].map((who) =>
    crashTable.filter(({ row }) => who.test(row)),
  ) as [CrashMoment[], CrashMoment[]];
  return [aimAt(random, random.pick(coordinators)), aimAt(random, random.pick(resolvers)), ...anywhere];
}

function aimAt(random: Random, at: CrashMoment): Aim {
  return {
    at,
    skip: random.pick([0, 0, 0, 1, 2]),
    fate: random.pick(fates),
    takesAnother: random.chance(0.15),
  };
}
