import type { CoordinatorState, Decision, ParticipantState } from '@/db/schema/global-transactions';
import type { AirlineCode } from '../domain/airline-code';
import type { RefusalCode, RefusalDetails } from '../errors';
import type { Manifest } from './manifest';

/** Why a participant voted no or the coordinator gave up; `airline` is who refused. */
export type VoteRefusal = { code: RefusalCode } & RefusalDetails;

export type Accepted = { ballot: number; value: Decision };

/** What one airline durably knows of one global transaction: the row, seen as a value. */
export type GlobalTransaction = {
  id: string;
  coordinator: AirlineCode;
  /** Null in a tombstone that was written before the manifest arrived. */
  manifest: Manifest | null;
  manifestHash: string | null;
  /** What only this participant is told. */
  privateWork: unknown;
  coordinatorState: CoordinatorState;
  participantState: ParticipantState;
  /** Ballots below this are refused. */
  promised: number;
  accepted: Accepted | null;
  decision: Decision | null;
  acknowledged: AirlineCode[];
  refusal: VoteRefusal | null;
};

/** A row as it is before its first event. */
export function newTransaction(id: string, coordinator: AirlineCode): GlobalTransaction {
  return {
    id,
    coordinator,
    manifest: null,
    manifestHash: null,
    privateWork: null,
    coordinatorState: 'none',
    participantState: 'none',
    promised: 0,
    accepted: null,
    decision: null,
    acknowledged: [],
    refusal: null,
  };
}

/** Who runs the step, among whom. */
export type Self = { airline: AirlineCode; members: readonly AirlineCode[] };

/** More than half of the members. */
export function isMajority(count: number, members: readonly AirlineCode[]): boolean {
  return count > members.length / 2;
}

/** True when a proposer and one acceptor already are a majority, as in an alliance of three. */
export function oneAcknowledgementDecides({ members }: Self): boolean {
  return isMajority(2, members);
}

/** P = {K}: no other airline's inventory changes, so none is asked or told. */
export function isOnlyParticipant(self: Self, row: GlobalTransaction): boolean {
  const isOwn = (airline: AirlineCode) => airline === self.airline;
  return isOwn(row.coordinator) && row.manifest?.participants.every(isOwn) === true;
}

/** Whom the coordinator has still to tell of its commit. */
export function unawareOfCommit(self: Self, row: GlobalTransaction): AirlineCode[] {
  if (isOnlyParticipant(self, row)) return [];
  return self.members.filter((code) => code !== self.airline && !row.acknowledged.includes(code));
}

/** True when nothing of it is left to do here: it is decided, and whom the coordinator must tell has been told. */
export function isFinished(self: Self, row: GlobalTransaction): boolean {
  if (row.decision === null) return false;
  const mustTell = row.decision === 'commit' && row.coordinator === self.airline;
  return !mustTell || unawareOfCommit(self, row).length === 0;
}

/** What an id is bound to for ever. */
export type Binding = { manifest: Manifest; manifestHash: string };

/** The rule that a message breaks when it names another coordinator or other content than the row; null when none. */
export function bindingBrokenBy(
  row: GlobalTransaction | null,
  { coordinator, binding }: { coordinator: AirlineCode; binding: Binding | null },
): string | null {
  if (!row) return null;
  if (row.coordinator !== coordinator) return 'a global transaction keeps its coordinator';
  const isSame = !binding || row.manifestHash === null || row.manifestHash === binding.manifestHash;
  return isSame ? null : 'a global transaction keeps its content';
}

/** The content of a row, if this airline has seen it. */
export function bindingOf({ manifest, manifestHash }: GlobalTransaction): Binding | null {
  return manifest && manifestHash ? { manifest, manifestHash } : null;
}
