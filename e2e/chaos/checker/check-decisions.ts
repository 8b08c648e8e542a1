import type { Violation } from './evidence';
import type { Known } from './sales';

/** 1: every transaction is decided, equally wherever it is known, and every participant did what was decided. */
export function checkDecisions(known: readonly Known[]): Violation[] {
  return known.flatMap((one) => [...undecided(one), ...unequal(one), ...notCarriedOut(one)]);
}

function undecided({ id, rows }: Known): Violation[] {
  const waiting = rows.filter(({ decision }) => decision === null).map(({ airline }) => airline);
  return waiting.length > 0 ? [broken(`${id} is undecided at ${waiting.join(', ')}`)] : [];
}

function unequal({ id, rows }: Known): Violation[] {
  const decisions = new Set(rows.map(({ decision }) => decision).filter((decision) => decision !== null));
  if (decisions.size <= 1) return [];
  return [broken(`${id}: ${rows.map(({ airline, decision }) => `${decision} at ${airline}`).join(', ')}`)];
}

function notCarriedOut({ id, rows, participants, decision }: Known): Violation[] {
  if (decision === null) return [];
  const stateAt = new Map(rows.map(({ airline, participantState }) => [airline, participantState]));
  const wrong = participants.filter((airline) => {
    const state = stateAt.get(airline) ?? 'none';
    return decision === 'commit' ? state !== 'sold' : state === 'sold' || state === 'prepared';
  });
  return wrong.map((airline) =>
    broken(
      `${id} is ${decision}, and its participant ${airline} is ${stateAt.get(airline) ?? 'without a row'}`,
    ),
  );
}

const broken = (what: string): Violation => ({ invariant: 1, what });
