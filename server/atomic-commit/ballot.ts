import type { Decision } from '@/db/schema/global-transactions';
import type { AirlineCode } from '../domain/airline-code';
import type { Accepted, Self } from './transaction';

/** Far more than duels ever need; beyond it a message is nonsense. */
export const maxBallot = 1_000_000;

/**
 * Ballot 0 is the coordinator's. Of the others, ballot n·r + i (r ≥ 1) belongs to the i-th of n members, so that no two
 * airlines ever propose in one ballot; those below n belong to nobody.
 */
export function ownerOf(
  ballot: number,
  { coordinator, members }: { coordinator: AirlineCode; members: readonly AirlineCode[] },
): AirlineCode | null {
  if (ballot === 0) return coordinator;
  return ballot < members.length ? null : (members[ballot % members.length] ?? null);
}

/** The lowest ballot of this airline's above everything it has seen. */
export function ballotAbove(seen: number, { airline, members }: Self): number {
  const own = members.indexOf(airline);
  const round = Math.max(1, Math.floor((seen - own) / members.length) + 1);
  return members.length * round + own;
}

/**
 * What a ballot may propose when a majority has promised it: the value accepted at the highest ballot, since it may have
 * been decided; abort when none was, since then commit was not and can no longer be.
 */
export function valueToPropose(accepted: readonly (Accepted | null)[]): Decision {
  const highest = accepted
    .filter((each) => each !== null)
    .reduce<Accepted | null>((best, each) => (best && best.ballot >= each.ballot ? best : each), null);
  return highest?.value ?? 'abort';
}
