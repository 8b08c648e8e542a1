import type { AirlineCode } from '../domain/airline-code';
import { type Engine, selfOf } from './engine';

/** Longer than the prepare phase may take: a row that is older has been left alone by its coordinator. */
const resolveAfterMs = 5_000;

/** Others wait for each other, so that as a rule one of them resolves and the rest find a decision. */
const rankMs = 1_000;
const jitterMs = 1_000;

/** Who takes a due row has it to itself this long: longer than one attempt. */
const leaseMs = 4_000;

/** After an attempt that met a higher ballot or no majority. */
const retryMs = 300;

function later(engine: Engine, now: Date, ms: number): Date {
  return new Date(now.getTime() + ms + engine.airline.ids.randomIndex(jitterMs));
}

/** When an undecided row becomes this airline's task: 5 s after its birth, later by rank and by chance. */
export function firstLook(engine: Engine, coordinator: AirlineCode, now: Date): Date {
  const { airline, members } = selfOf(engine);
  const rank = airline === coordinator ? 0 : members.filter((code) => code !== coordinator).indexOf(airline);
  return later(engine, now, resolveAfterMs + rank * rankMs);
}

/**
 * What to take at `now`: whoever takes a row has it to itself until `until`. A clock that was set back must not make a
 * row wait for an hour, so a time that no clock of today would have set is due too.
 */
export function whatIsDue(engine: Engine, now: Date): { now: Date; tooFar: Date; until: Date } {
  const farthestMs = resolveAfterMs + selfOf(engine).members.length * rankMs + jitterMs;
  const tooFar = new Date(now.getTime() + farthestMs);
  return { now, tooFar, until: later(engine, now, leaseMs) };
}

/** When to try again what could not be resolved. */
export function nextAttempt(engine: Engine): Date {
  return later(engine, engine.airline.clock.now(), retryMs);
}
