import { crashTable } from './crash-table';
import { fates } from './fault-plan';

const events = [
  'begin',
  'prepare-own',
  'prepare',
  'voted',
  'all-prepared',
  'give-up',
  'accept',
  'acknowledged',
  'abort',
  'promise',
  'propose',
  'learn',
];

const outcomes = [
  'vote yes',
  'vote no',
  'prepare again: yes',
  'prepare after the decision: no',
  'guard T3: a recovery ballot has begun',
  'guard T3: no longer preparing',
  'guard Tabort: no longer preparing',
  'nack promise: promised higher',
  'nack accept: promised higher',
  'nack accept: decided otherwise',
  'nack propose: promised higher',
  'nack propose: decided otherwise',
  'abort of a stranger leaves a tombstone',
  'promise by a stranger',
  'promise answered with the decision',
  'promise with nothing accepted',
  'promise with commit accepted',
  'promise with abort accepted',
  'propose abort',
  'propose commit',
  'learn abort',
  'learn commit',
  'accept of ballot 0',
  'accept of a recovery ballot: abort',
  'accept of a recovery ballot: commit',
  'accept of a decision: commit',
  'accept of a decision: abort',
  'acknowledgement decides',
  'acknowledgement noted',
  'acknowledgement repeated or stale',
  'status tells a decision',
];

const crashes = crashTable.flatMap(({ row }) => fates.map((fate) => `crash: ${row}, ${fate}`));

/** What a full run must have seen, by the names under which it is counted. */
const requiredCoverage: readonly string[] = [
  ...events.map((kind) => `event ${kind}`),
  ...outcomes,
  ...crashes,
  'crash: all others lost between T3 and T4',
];

/** A message of the prepare phase that comes in the middle of somebody else's ballot: about one schedule in 20,000. */
const rare = ['prepare after a promise: no', 'guard of own turn: a recovery ballot has begun'];

/** From so many schedules on everything that can happen must have happened, and from so many on what is rare too. */
const fullRun = 20_000;
const longRun = 200_000;

/** What never happened in a run although it had to. */
export function neverSeen(counts: ReadonlyMap<string, number>, schedules: number): string[] {
  const required = schedules >= longRun ? [...requiredCoverage, ...rare] : requiredCoverage;
  return schedules < fullRun ? [] : required.filter((name) => !counts.has(name));
}
