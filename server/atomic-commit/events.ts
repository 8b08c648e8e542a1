import type { Decision } from '@/db/schema/global-transactions';
import type { AirlineCode } from '../domain/airline-code';
import type { Manifest } from './manifest';
import type { Accepted, GlobalTransaction, VoteRefusal } from './transaction';

export type Vote = { kind: 'yes' } | { kind: 'no'; refusal: VoteRefusal };

/** Everything that can happen to the row of a global transaction; one event is one local `tx`. T-numbers as in docs/protocol.md. */
export type Event =
  /**
   * T1 at the coordinator: `prepareOwn` when its own seats are first in order or already held; `refusal` when one of
   * them stayed contested, so that the refusal is all there is to store.
   */
  | {
      kind: 'begin';
      manifest: Manifest;
      manifestHash: string;
      privateWork: unknown;
      prepareOwn: boolean;
      refusal?: VoteRefusal;
    }
  /** The coordinator's own turn in canonical order. */
  | { kind: 'prepare-own' }
  /** T2: PREPARE from the coordinator. */
  | { kind: 'prepare'; manifest: Manifest; manifestHash: string; privateWork: unknown }
  /** The work's answer to `work: 'prepare'`, inside the same `tx`. */
  | { kind: 'voted'; vote: Vote }
  /** T3: every participant voted yes. */
  | { kind: 'all-prepared' }
  /** Tabort. */
  | { kind: 'give-up'; refusal: VoteRefusal }
  /** T4: ACCEPT(ballot, value). `decided` tells an acceptor that a majority is known to hold it. */
  | {
      kind: 'accept';
      ballot: number;
      value: Decision;
      manifest: Manifest;
      manifestHash: string;
      decided: boolean;
    }
  /** T5: an airline acknowledged the coordinator's ACCEPT. */
  | { kind: 'acknowledged'; from: AirlineCode }
  /** ABORT from the coordinator, which has decided it. */
  | { kind: 'abort'; globalTransactionId: string; coordinator: AirlineCode }
  /** T6: a decision seen elsewhere. */
  | { kind: 'learn'; decision: Decision };

export type Reply =
  | { kind: 'vote'; vote: Vote }
  | { kind: 'ack'; decision: Decision | null }
  | { kind: 'nack'; promised: number; accepted: Accepted | null; decision: Decision | null }
  /** A broken promise of somebody: shown to operators, never acted upon. */
  | { kind: 'alarm'; rule: string };

/** What the driver does inside the `tx` before it commits. */
export type WorkToDo = 'prepare' | 'commit' | 'abort';

export type Step = {
  /** The row to store; null: nothing is stored, because nothing is known. */
  row: GlobalTransaction | null;
  work?: WorkToDo;
  reply?: Reply;
};

export type EventOf<Kind extends Event['kind']> = Extract<Event, { kind: Kind }>;
