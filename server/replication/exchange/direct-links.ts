import type { Airline } from '../../airline';
import { airlineState } from '../../airline-state';
import type { AirlineCode } from '../../domain/airline-code';
import type { KnownLog, KnownLogs } from '../change-log/read-vector';

/** Peers that answered when they were last asked for their changes. */
const answering = airlineState('peers that answer pulls', () => new Set<AirlineCode>());

export function noteDirectLink(airline: Airline, peer: AirlineCode, answers: boolean): void {
  if (answers) answering(airline).add(peer);
  else answering(airline).delete(peer);
}

/**
 * Whose batches to ask a peer for: its own, and those of whom this airline does not hear itself, so that in good times
 * every batch travels once. None of an origin whose snapshot is being copied: they could not be applied yet.
 */
export function wantedFrom(airline: Airline, peer: AirlineCode, known: KnownLogs): AirlineCode[] {
  const isHeard = (origin: AirlineCode) =>
    answering(airline).has(origin) && airline.peers.statusOf(origin).state === 'live';
  return airline.peers.codes.filter(
    (origin) => !awaitsSnapshot(known.get(origin)) && (origin === peer || !isHeard(origin)),
  );
}

/** Being copied, or about to be since this airline has lost its memory. */
function awaitsSnapshot(log: KnownLog | undefined): boolean {
  return log !== undefined && (log.bootstrap !== null || log.epoch === 0);
}
