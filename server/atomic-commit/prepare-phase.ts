import type { AirlineCode } from '../domain/airline-code';
import type { Vote } from './events';
import type { VoteRefusal } from './transaction';

/**
 * The coordinator's volatile half: who has still to vote. Lost in a crash on purpose, because a coordinator that
 * restarts in this phase aborts.
 */
export type PreparePhase = {
  /** Asked and not yet answered. */
  awaiting: readonly AirlineCode[];
  /** To be asked when everybody before them has said yes. */
  waves: readonly (readonly AirlineCode[])[];
};

export type Verdict =
  | { kind: 'wait' }
  | { kind: 'ask'; airlines: readonly AirlineCode[] }
  | { kind: 'all-prepared' }
  | { kind: 'give-up'; refusal: VoteRefusal };

/**
 * Seats that this customer already holds are prepared everywhere at once. Otherwise participants are asked one after
 * the other in canonical order: buyers of the same seats then meet at the first of them and exactly one goes on, while
 * asking all at once can leave every buyer with a part and nobody with the whole.
 */
export function beginPreparePhase(
  participants: readonly AirlineCode[],
  allHeld: boolean,
): { phase: PreparePhase; verdict: Verdict } {
  const waves = allHeld ? [participants] : participants.map((airline) => [airline]);
  return nextWave({ awaiting: [], waves });
}

/** One airline has voted; `null` means that it did not answer, which is never a yes. */
export function onVoteReceived(
  phase: PreparePhase,
  from: AirlineCode,
  vote: Vote | null,
): { phase: PreparePhase; verdict: Verdict } {
  if (vote === null)
    return { phase, verdict: { kind: 'give-up', refusal: { code: 'AIRLINE_OFFLINE', airline: from } } };
  if (vote.kind === 'no') return { phase, verdict: { kind: 'give-up', refusal: vote.refusal } };
  const awaiting = phase.awaiting.filter((airline) => airline !== from);
  return awaiting.length > 0
    ? { phase: { ...phase, awaiting }, verdict: { kind: 'wait' } }
    : nextWave({ ...phase, awaiting });
}

function nextWave({ waves }: PreparePhase): { phase: PreparePhase; verdict: Verdict } {
  const [next, ...rest] = waves;
  if (!next) return { phase: { awaiting: [], waves: [] }, verdict: { kind: 'all-prepared' } };
  return { phase: { awaiting: next, waves: rest }, verdict: { kind: 'ask', airlines: next } };
}
