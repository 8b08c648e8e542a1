import type { Decision } from '@/db/schema/global-transactions';
import type { AirlineCode } from '../domain/airline-code';
import type { Manifest } from './manifest';
import type { Accepted, Binding, GlobalTransaction, VoteRefusal } from './transaction';

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
  /**
   * T4, T10: ACCEPT(ballot, value). `decided` tells an acceptor that a majority is known to hold it. Only an abort can
   * come without the content, from somebody who never saw it.
   */
  | {
      kind: 'accept';
      globalTransactionId: string;
      coordinator: AirlineCode;
      ballot: number;
      value: Decision;
      binding: Binding | null;
      decided: boolean;
    }
  /** T5: an airline acknowledged the coordinator's ACCEPT; `decided`: it holds the decision itself. */
  | { kind: 'acknowledged'; from: AirlineCode; decided: boolean }
  /** ABORT from the coordinator, which has decided it. */
  | { kind: 'abort'; globalTransactionId: string; coordinator: AirlineCode }
  /** T7, T8: promises to accept nothing below this ballot, and tells what was accepted before. */
  | { kind: 'promise'; ballot: number; globalTransactionId: string; coordinator: AirlineCode }
  /** T9: the owner of the ballot accepts the value itself, before it asks the others to. */
  | { kind: 'propose'; ballot: number; value: Decision; binding: Binding | null }
  /** T6: a decision seen elsewhere, with the content if it is known there. */
  | { kind: 'learn'; decision: Decision; binding?: Binding | null };

export type Reply =
  | { kind: 'vote'; vote: Vote }
  | { kind: 'promised'; accepted: Accepted | null; decision: Decision | null }
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
