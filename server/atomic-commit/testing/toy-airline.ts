import type { Decision } from '@/db/schema/global-transactions';
import { invariant, unreachable } from '../../assert';
import type { AirlineCode } from '../../domain/airline-code';
import { ballotAbove } from '../ballot';
import { hashOf } from '../canonical-json';
import type { Event, EventOf, Step, Vote } from '../events';
import type { Manifest } from '../manifest';
import { beginPreparePhase, onVoteReceived, type PreparePhase, type Verdict } from '../prepare-phase';
import { step } from '../step';
import {
  bindingOf,
  type GlobalTransaction,
  newTransaction,
  type Self,
  unawareOfCommit,
  type VoteRefusal,
} from '../transaction';
import { Contested } from '../work';
import { ToyBallot } from './toy-ballot';
import { ToyInventory } from './toy-inventory';
import type { Content, Message } from './toy-message';

/** A request that waits at the owner for a contested seat. */
type Waiting = { again(): Message[]; giveUp(refusal: VoteRefusal): Message[] };

/**
 * One airline of a transcript: the production steps over a store in memory. It mirrors what `coordinate`,
 * `deliver-decision` and `answer-peer` do, but every method returns what would be sent and nothing moves by itself.
 */
export class ToyAirline {
  readonly rows = new Map<string, GlobalTransaction>();
  readonly inventory: ToyInventory;
  readonly alarms: string[] = [];
  isUp = true;
  private phases = new Map<string, PreparePhase>();
  private ballots = new Map<string, ToyBallot>();
  private waiting = new Map<string, Waiting>();

  constructor(readonly self: Self) {
    this.inventory = new ToyInventory(self.airline);
  }

  /** T1 and the first wave of PREPARE. */
  buy(manifest: Manifest, allHeld: boolean): Message[] {
    const id = manifest.globalTransactionId;
    const ownTurnFirst = allHeld ? manifest.participants : manifest.participants.slice(0, 1);
    const prepareOwn = ownTurnFirst.includes(this.self.airline);
    const event = {
      kind: 'begin',
      manifest,
      manifestHash: hashOf(manifest),
      privateWork: null,
      prepareOwn,
    } as const;
    return this.attempt(id, {
      again: () => {
        if (this.take(id, event).row?.decision) return [];
        return this.proceed(id, beginPreparePhase(manifest.participants, allHeld));
      },
      giveUp: (refusal) => {
        this.take(id, { ...event, refusal });
        return [];
      },
    });
  }

  /** What this airline does about one message, and what it sends in consequence. */
  receive({ id, from, content }: Message): Message[] {
    switch (content.kind) {
      case 'prepare':
        return this.answerPrepare(id, from, content);
      case 'vote':
        return this.count(id, from, content.vote);
      case 'accept':
        return [this.to(from, id, this.replyTo(id, content))];
      case 'promise':
        return [this.to(from, id, this.promiseOf(id, content))];
      case 'promised':
        return this.countPromise(id, content);
      case 'ack':
        return this.countAcknowledgement(id, from, content.decision);
      case 'nack':
        if (content.decision) this.take(id, { kind: 'learn', decision: content.decision });
        return [];
      case 'abort':
        this.take(id, { kind: 'abort', globalTransactionId: id, coordinator: from });
        return [];
      case 'alarm':
        return [];
      default:
        return unreachable(content);
    }
  }

  /** A vote has come, or with `null` the time for it is up. */
  count(id: string, from: AirlineCode, vote: Vote | null): Message[] {
    const phase = this.phases.get(id);
    return phase ? this.proceed(id, onVoteReceived(phase, from, vote)) : [];
  }

  /** Something that held a contested seat has moved: the waiting request tries again. */
  retry(id: string): Message[] {
    return this.attempt(id, this.takeWaiting(id));
  }

  /** The time of a waiting request is up: a no that is not stored. */
  losePatience(id: string): Message[] {
    return this.takeWaiting(id).giveUp({ code: 'SEAT_CONTESTED', airline: this.self.airline });
  }

  /** T7: begins a recovery ballot, as `resolveDue` does when nobody knows a decision. */
  resolve(id: string): Message[] {
    const row = this.rowOf(id);
    const ballot = ballotAbove(row.promised, this.self);
    const { coordinator } = row;
    const promise = { kind: 'promise', ballot, globalTransactionId: id, coordinator } as const;
    const own = this.take(id, promise).row;
    if (!own || own.decision) return [];
    const counting = new ToyBallot(this.self, ballot);
    counting.promised({ accepted: own.accepted, binding: bindingOf(own) });
    this.ballots.set(id, counting);
    return this.toOthers(id, promise);
  }

  /** kill -9: what was only in memory is gone, the rows are not. */
  crash(): void {
    this.isUp = false;
    this.phases.clear();
    this.ballots.clear();
    this.waiting.clear();
  }

  /** Start-up: the rule of `resumeCoordination` for every row that this airline coordinates. */
  restart(): Message[] {
    this.isUp = true;
    const own = [...this.rows.values()].filter(({ coordinator }) => coordinator === this.self.airline);
    return own.flatMap(({ id, coordinatorState }) =>
      coordinatorState === 'preparing'
        ? this.giveUp(id, { code: 'AIRLINE_OFFLINE', airline: this.self.airline })
        : this.announce(id),
    );
  }

  /** M2 or ABORT to those who may not know yet, as the row says; at restart and when a resend is due. */
  announce(id: string): Message[] {
    const row = this.rowOf(id);
    const { manifest, decision } = row;
    invariant(manifest, 'a coordinator knows its manifest');
    const others = (airlines: readonly AirlineCode[]) =>
      airlines.filter((code) => code !== this.self.airline);
    if (decision === 'abort')
      return others(manifest.participants).map((to) => this.to(to, id, { kind: 'abort' }));
    if (row.accepted?.value !== 'commit') return [];
    const accept = { kind: 'accept', ballot: 0, value: 'commit', ...this.proposalOf(id) } as const;
    return unawareOfCommit(this.self, row).map((to) =>
      this.to(to, id, { ...accept, decided: decision === 'commit' }),
    );
  }

  rowOf(id: string): GlobalTransaction {
    const row = this.rows.get(id);
    invariant(row, `${this.self.airline} has a row of ${id}`);
    return row;
  }

  private answerPrepare(id: string, from: AirlineCode, content: Content & { kind: 'prepare' }): Message[] {
    const answer = (vote: Vote) => [this.to(from, id, { kind: 'vote', vote })];
    const unreadable = { code: 'INPUT_INVALID', airline: this.self.airline } as const;
    return this.attempt(id, {
      again: () => {
        const { reply } = this.take(id, { ...content, privateWork: null });
        return answer(reply?.kind === 'vote' ? reply.vote : { kind: 'no', refusal: unreadable });
      },
      giveUp: (refusal) => answer({ kind: 'no', refusal }),
    });
  }

  private replyTo(id: string, event: EventOf<'accept'>): Content {
    const { reply } = this.take(id, event);
    const isAnswer = reply?.kind === 'ack' || reply?.kind === 'nack' || reply?.kind === 'alarm';
    invariant(isAnswer, 'an ACCEPT is acknowledged, refused or alarmed');
    return reply;
  }

  private promiseOf(id: string, event: EventOf<'promise'>): Content {
    const { reply, row } = this.take(id, event);
    if (reply?.kind === 'promised') return { ...reply, binding: row ? bindingOf(row) : null };
    invariant(reply?.kind === 'nack' || reply?.kind === 'alarm', 'a PROMISE? is granted or refused');
    return reply;
  }

  private countPromise(id: string, content: Content & { kind: 'promised' }): Message[] {
    const { decision, binding } = content;
    if (decision) this.take(id, { kind: 'learn', decision, binding });
    const proposal = decision ? null : this.ballots.get(id)?.promised(content);
    if (!proposal || this.take(id, proposal).reply?.kind !== 'ack') return [];
    return this.toOthers(id, { ...this.proposalOf(id), ...proposal, kind: 'accept', decided: false });
  }

  private countAcknowledgement(id: string, from: AirlineCode, decision: Decision | null): Message[] {
    const ballot = this.ballots.get(id);
    if (!ballot?.proposal) {
      this.take(id, { kind: 'acknowledged', from, decided: decision !== null });
      return [];
    }
    const { value } = ballot.proposal;
    if (ballot.acknowledged()) this.take(id, { kind: 'learn', decision: value });
    return [];
  }

  private proposalOf(id: string) {
    const row = this.rowOf(id);
    return { globalTransactionId: id, coordinator: row.coordinator, binding: bindingOf(row) };
  }

  private toOthers(id: string, content: Content): Message[] {
    return this.self.members
      .filter((code) => code !== this.self.airline)
      .map((code) => this.to(code, id, content));
  }

  private proceed(id: string, { phase, verdict }: { phase: PreparePhase; verdict: Verdict }): Message[] {
    this.phases.set(id, phase);
    if (verdict.kind === 'wait') return [];
    if (verdict.kind === 'ask') return verdict.airlines.flatMap((airline) => this.ask(id, airline));
    this.phases.delete(id);
    if (verdict.kind === 'give-up') return this.giveUp(id, verdict.refusal);
    this.take(id, { kind: 'all-prepared' });
    return this.announce(id);
  }

  private ask(id: string, airline: AirlineCode): Message[] {
    const { manifest, manifestHash, participantState } = this.rowOf(id);
    invariant(manifest && manifestHash, 'a coordinator knows its manifest');
    if (airline !== this.self.airline)
      return [this.to(airline, id, { kind: 'prepare', manifest, manifestHash })];
    if (participantState === 'prepared') return this.count(id, airline, { kind: 'yes' });
    return this.attempt(id, {
      again: () => {
        const row = this.take(id, { kind: 'prepare-own' }).row;
        const refusal = row?.refusal ?? { code: 'SEAT_CONTESTED' };
        return this.count(
          id,
          airline,
          row?.participantState === 'prepared' ? { kind: 'yes' } : { kind: 'no', refusal },
        );
      },
      giveUp: (refusal) => this.count(id, airline, { kind: 'no', refusal }),
    });
  }

  private giveUp(id: string, refusal: VoteRefusal): Message[] {
    this.phases.delete(id);
    this.take(id, { kind: 'give-up', refusal });
    return this.announce(id);
  }

  private attempt(id: string, waiting: Waiting): Message[] {
    try {
      return waiting.again();
    } catch (error) {
      if (!(error instanceof Contested)) throw error;
      this.waiting.set(id, waiting);
      return [];
    }
  }

  private takeWaiting(id: string): Waiting {
    const waiting = this.waiting.get(id);
    invariant(waiting, `${id} waits for a contested seat of ${this.self.airline}`);
    this.waiting.delete(id);
    return waiting;
  }

  /** The driver's `perform`: one event, the work in the middle, the row stored at the end. */
  private take(id: string, event: Event): Step {
    const before = this.rows.get(id) ?? null;
    let taken = step(this.self, before, event);
    if (taken.work === 'prepare' && taken.row) {
      const vote = this.inventory.prepare(taken.row);
      taken = step(this.self, taken.row, { kind: 'voted', vote });
    }
    if (taken.row) {
      this.inventory.settle(taken.row, taken.work);
      this.store(before ?? newTransaction(id, taken.row.coordinator), taken.row);
    }
    if (taken.reply?.kind === 'alarm') this.alarms.push(taken.reply.rule);
    return taken;
  }

  /** What the database will not store either. */
  private store(before: GlobalTransaction, after: GlobalTransaction): void {
    invariant(after.promised >= before.promised, 'a promise is never taken back');
    invariant(!before.decision || before.decision === after.decision, 'a decision is written once');
    this.rows.set(after.id, after);
  }

  private to(to: AirlineCode, id: string, content: Content): Message {
    return { id, from: this.self.airline, to, content };
  }
}
