import type { z } from 'zod';
import type { AirlineCode } from '../domain/airline-code';
import type { LogPosition } from '../replication/version-vector';
import type { PeerProcedure } from './procedure';

export const peerStates = ['live', 'suspect', 'offline'] as const;
export type PeerState = (typeof peerStates)[number];

export type PeerStatus = {
  state: PeerState;
  lastHeardAt: Date | null;
  /** The end of its own change log, as its latest hello said; null or absent when unknown. */
  logHead?: LogPosition | null;
};

export type CallOptions = {
  /** After this the outcome is unknown; the peer may still act on the request. */
  timeoutMs?: number;
};

/** The other airlines as this one sees them. Tests and the simulator supply their own. */
export type Peers = {
  /** All other members in canonical order. */
  readonly codes: readonly AirlineCode[];
  /** What the heartbeat last saw; decides what is offered for sale, never a global transaction. */
  statusOf(peer: AirlineCode): PeerStatus;
  /**
   * Calls one procedure of one peer. Throws the peer's `Refusal` when it said no, and `PeerUnreachable` when there was
   * no readable answer: then the outcome is unknown, never "no".
   */
  call<Input extends z.ZodType, Output extends z.ZodType>(
    peer: AirlineCode,
    procedure: PeerProcedure<Input, Output>,
    input: z.input<Input>,
    options?: CallOptions,
  ): Promise<z.output<Output>>;
};

/** No readable answer: refused connection, time-out, garbled body or a fault at the peer. The outcome is unknown. */
export class PeerUnreachable extends Error {
  override readonly name = 'PeerUnreachable';

  constructor(
    readonly peer: AirlineCode,
    readonly reason: string,
  ) {
    super(`${peer} did not answer: ${reason}`);
  }
}

/** True for a `PeerUnreachable` of any instance of this module. */
export function isPeerUnreachable(error: unknown): error is PeerUnreachable {
  return error instanceof Error && error.name === 'PeerUnreachable';
}
