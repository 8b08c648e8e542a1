import type { CrashMoment } from '../processes/crash-order';

/** Whom the crash hits: of the purchase itself, or of what the others do when its coordinator is gone. */
export type Role = 'coordinator' | 'participant' | 'witness' | 'resolver' | 'acceptor';

/** kill -9 of the site, or of its whole PostgreSQL while the site lives on. */
export type Part = 'app' | 'postgres';

/** What is played, so that the step happens at all. */
export type Story =
  | 'purchase'
  /** The coordinator's own seat is not the first to be asked for. */
  | 'own-turn-later'
  /** The last airline asked refuses. */
  | 'refusal'
  /** The coordinator is lost before anybody heard of its commit; the survivors undo. */
  | 'recovery'
  /** The coordinator is lost when one airline has heard of its commit; the other learns it. */
  | 'late-news';

/** A place in the protocol where one airline can be struck. */
export type Point = { role: Role; step: string; moment: CrashMoment; story: Story };

export type Cell = Point & { part: Part };

const around: CrashMoment[] = ['before commit', 'after commit'];
const sent: CrashMoment[] = ['after send'];

const points: readonly [Role, string, CrashMoment[], Story][] = [
  ['coordinator', 'begin', around, 'purchase'],
  ['coordinator', 'prepare-own', around, 'own-turn-later'],
  ['coordinator', 'prepare', sent, 'purchase'],
  ['coordinator', 'all-prepared', around, 'purchase'],
  ['coordinator', 'accept', sent, 'purchase'],
  ['coordinator', 'acknowledged', around, 'purchase'],
  ['coordinator', 'give-up', around, 'refusal'],
  ['coordinator', 'abort', sent, 'refusal'],
  ['participant', 'prepare', around, 'purchase'],
  ['participant', 'answer prepare', sent, 'purchase'],
  ['participant', 'accept', around, 'purchase'],
  ['participant', 'answer accept', sent, 'purchase'],
  ['participant', 'abort', around, 'refusal'],
  ['participant', 'answer abort', sent, 'refusal'],
  ['witness', 'accept', around, 'purchase'],
  ['witness', 'answer accept', sent, 'purchase'],
  ['resolver', 'status', sent, 'recovery'],
  ['resolver', 'promise', around, 'recovery'],
  ['resolver', 'promise', sent, 'recovery'],
  ['resolver', 'propose', around, 'recovery'],
  ['resolver', 'accept', sent, 'recovery'],
  ['resolver', 'learn', around, 'late-news'],
  ['acceptor', 'answer status', sent, 'recovery'],
  ['acceptor', 'promise', around, 'recovery'],
  ['acceptor', 'answer promise', sent, 'recovery'],
  ['acceptor', 'accept', around, 'recovery'],
  ['acceptor', 'answer accept', sent, 'recovery'],
];

/** Every point for the site and for the database. */
export function allCells(): Cell[] {
  const parts: Part[] = ['app', 'postgres'];
  return points.flatMap(([role, step, moments, story]) =>
    moments.flatMap((moment) => parts.map((part) => ({ role, step, moment, story, part }))),
  );
}

/** `coordinator postgres, before commit of begin`. */
export function nameOf({ role, part, moment, step }: Cell): string {
  const [when, of] = moment.split(' ');
  return `${role} ${part}, ${when} ${of === 'send' ? 'sending' : 'commit of'} ${step}`;
}

export function isRecovery({ role }: Pick<Cell, 'role'>): boolean {
  return role === 'resolver' || role === 'acceptor';
}

export type Outcome = 'sold' | 'nothing sold';

/** What the protocol leaves no choice about; null where it depends on who is faster. */
export function certainOutcomeOf({ role, story, step, moment }: Point): Outcome | null {
  if (story === 'refusal' || story === 'own-turn-later') return 'nothing sold';
  if (step === 'acknowledged' || role === 'witness') return 'sold';
  if (role === 'participant' && step.endsWith('accept')) return 'sold';
  const isEarly = step === 'begin' || (step === 'all-prepared' && moment === 'before commit');
  return role === 'coordinator' && isEarly ? 'nothing sold' : null;
}
