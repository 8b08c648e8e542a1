import type { ParticipantState } from '@/db/schema/global-transactions';
import type { GlobalTransaction } from '../atomic-commit/transaction';
import type { AirlineCode } from '../domain/airline-code';
import type { Recollection } from './messages';

type Known = Pick<GlobalTransaction, 'decision' | 'participantState' | 'accepted'>;

/** Freed: it voted yes, and a ballot aborted it. */
const votedStates: ReadonlySet<ParticipantState> = new Set(['prepared', 'sold', 'freed']);

/**
 * Does this airline know what a peer's recollection proves that it once knew? What was told was durable before: its
 * transaction before the first message, its vote before a commit, its acceptance before its acknowledgement.
 */
export function isRemembered(self: AirlineCode, recalled: Recollection, known: Known | null): boolean {
  const isCommitted = recalled.decision === 'commit';
  const isProposed = isCommitted || recalled.accepted === 'commit';
  const isMine = recalled.coordinator === self;
  const hasVoted = isProposed && recalled.manifest?.participants.includes(self) === true;
  if (!known) return !(isMine || hasVoted || recalled.isAcknowledged);
  if (isCommitted && known.decision === 'abort') return false;
  if (hasVoted && !votedStates.has(known.participantState)) return false;
  const hasAccepted = known.decision !== null || known.accepted !== null;
  return hasAccepted || !(recalled.isAcknowledged || (isMine && isProposed));
}
