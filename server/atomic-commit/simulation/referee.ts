import type { Decision } from '@/db/schema/global-transactions';
import type { AirlineCode } from '../../domain/airline-code';
import { type Accepted, type GlobalTransaction, isMajority } from '../transaction';
import { wishOf } from './seats';
import type { Simulation } from './simulation';
import type { Site } from './site';
import type { Write } from './store';

export type Violation = { check: string; detail: string };

type Row = GlobalTransaction;

/** Sees every commit at every airline and every answer to a customer, and stops the run at the first broken promise. */
export class Referee {
  violation: Violation | null = null;
  private readonly decisions = new Map<string, { decision: Decision; by: string }>();
  private readonly votes = new Map<string, Set<AirlineCode>>();
  /** When each airline first stored each transaction. */
  private readonly known = new Map<string, number>();
  private readonly ballots = new Map<string, Decision>();
  private readonly answers = new Map<string, { id: string; decision: Decision }>();

  constructor(private readonly simulation: Simulation) {}

  expect(isTrue: boolean, check: string, detail: () => string): void {
    if (isTrue || this.violation) return;
    this.violation = { check, detail: detail() };
    this.simulation.chronicle.note('referee', 'BROKEN', () => `${check}: ${this.violation?.detail}`);
    this.simulation.agenda.isStopped = true;
  }

  onCommit(site: Site, writes: readonly Write[]): void {
    for (const write of writes) {
      if (write.table === 'transaction' && write.after)
        this.checkRow(site, write.before?.transaction ?? null, write.after.transaction);
      if (write.table === 'claim') this.checkClaim(site, write);
    }
  }

  /** A final answer to whoever asked with this key. */
  onAnswer(key: string, row: Row): void {
    const decision = row.decision ?? row.accepted?.value;
    this.expect(decision !== undefined, 'an answer is a decision', () => key);
    if (!decision) return;
    this.decide(row.id, { decision, by: key });
    this.expect(
      decision === 'abort' || this.isHeldByMajority(row),
      'a customer is told what a majority holds',
      () => key,
    );
    const before = this.answers.get(key);
    const isSame = !before || (before.id === row.id && before.decision === decision);
    this.expect(isSame, 'one answer per key', () => `${key}: ${before?.decision}, then ${decision}`);
    this.answers.set(key, { id: row.id, decision });
  }

  private isHeldByMajority({ id, coordinator, manifest }: Row): boolean {
    if (manifest?.participants.every((code) => code === coordinator)) return true;
    const { sites, members } = this.simulation;
    const holders = sites.filter(({ store }) => {
      const row = store.read('transaction', id)?.transaction;
      return row?.decision === 'commit' || row?.accepted?.value === 'commit';
    });
    return isMajority(holders.length, members);
  }

  private checkRow(site: Site, before: Row | null, after: Row): void {
    const where = () => `${after.id} at ${site.code}`;
    this.simulation.chronicle.note(site.code, 'stores', () => textOf(after));
    if (after.participantState === 'prepared') this.addVote(after.id, site.code);
    if (!before) this.known.set(`${site.code} ${after.id}`, this.simulation.agenda.nowMs);
    if (before) {
      this.expect(after.promised >= before.promised, 'a promise is never taken back', where);
      const [was, is] = [before.accepted?.ballot ?? -1, after.accepted?.ballot ?? -1];
      this.expect(is >= was, 'an accepted ballot never decreases', where);
      const isBelow = is !== was && is < before.promised;
      this.expect(!isBelow, 'nothing is accepted below a promise', where);
      const isKept = before.decision === null || before.decision === after.decision;
      this.expect(isKept, 'a decision is written once', where);
      const hash = before.manifestHash;
      this.expect(hash === null || hash === after.manifestHash, 'an id keeps its content', where);
    }
    const isBound = after.participantState === 'prepared' && after.decision !== null;
    this.expect(!isBound, 'no seat stays prepared after the decision', where);
    if (after.accepted && after.accepted.ballot !== before?.accepted?.ballot)
      this.checkBallot(site, after.id, after.accepted);
    if (after.decision) this.decide(after.id, { decision: after.decision, by: site.code });
    if (after.decision === 'commit') this.checkVotes(after);
  }

  private checkBallot({ code }: Site, id: string, { ballot, value }: Accepted): void {
    const { sites, members } = this.simulation;
    const name = `${id} ballot ${ballot}`;
    const before = this.ballots.get(name);
    this.expect(!before || before === value, 'one value per ballot', () => `${name}: ${before}, ${value}`);
    this.ballots.set(name, value);
    if (ballot === 0 || members[ballot % members.length] !== code) return;
    const promises = sites.filter(
      ({ store }) => (store.read('transaction', id)?.transaction.promised ?? 0) >= ballot,
    );
    this.expect(isMajority(promises.length, members), 'a majority has promised what is proposed', () => name);
    const other = sites.flatMap(({ store }) => {
      const accepted = store.read('transaction', id)?.transaction.accepted;
      return accepted && accepted.ballot < ballot && accepted.value !== value ? [accepted.ballot] : [];
    });
    const isChosen = other.some((one) => isMajority(other.filter((each) => each === one).length, members));
    this.expect(!isChosen, 'a proposal keeps what a majority has accepted', () => name);
  }

  private decide(id: string, now: { decision: Decision; by: string }): void {
    const before = this.decisions.get(id);
    if (!before) this.decisions.set(id, now);
    const isSame = !before || before.decision === now.decision;
    this.expect(
      isSame,
      'one decision everywhere',
      () => `${id}: ${before?.decision} by ${before?.by}, ${now.decision} by ${now.by}`,
    );
  }

  private addVote(id: string, code: AirlineCode): void {
    const votes = this.votes.get(id) ?? new Set();
    this.votes.set(id, votes.add(code));
  }

  private checkVotes(row: Row): void {
    const isOwn = (code: AirlineCode) => code === row.coordinator && row.manifest?.participants.length === 1;
    const missing = row.manifest?.participants.filter(
      (code) => !isOwn(code) && !this.votes.get(row.id)?.has(code),
    );
    this.expect(
      missing?.length === 0,
      'nothing is sold without every vote',
      () => `${row.id}: no yes of ${missing}`,
    );
  }

  private checkClaim(site: Site, { key, before, after }: Write<'claim'>): void {
    const where = () => `seat ${key} at ${site.code}`;
    this.expect(before?.state !== 'sold', 'a seat is sold once', where);
    const decisionOf = (id: string) => site.store.read('transaction', id)?.transaction.decision ?? null;
    if (before?.state === 'prepared' && after?.state !== 'prepared')
      this.expect(decisionOf(before.by) !== null, 'a prepared seat leaves only with a decision', where);
    if (before?.state === 'prepared' && after?.state === 'prepared')
      this.expect(before.by === after.by, 'a prepared seat belongs to one transaction', where);
    if (after?.state === 'sold')
      this.expect(decisionOf(after.by) === 'commit', 'a seat is sold by a commit', where);
  }

  /** A vote and its seats, a decision and its seats, are durable together. */
  checkSeats(site: Site): void {
    for (const { transaction } of site.store.tables.transaction.values()) {
      const wanted = wishOf(transaction).seats[site.code] ?? [];
      const mine = wanted
        .map((seat) => site.store.read('claim', seat))
        .filter((taken) => taken?.by === transaction.id);
      const { participantState } = transaction;
      const expected = participantState === 'prepared' || participantState === 'sold' ? wanted.length : 0;
      const isSo = mine.length === expected && mine.every((taken) => taken?.state === participantState);
      this.expect(isSo, 'seats agree with the row', () => `${textOf(transaction)} at ${site.code}`);
    }
  }

  /** With a majority up and nothing wrong since `quietSinceMs`: whatever this airline has known since then. */
  checkResolved(site: Site, quietSinceMs: number): void {
    for (const { transaction } of site.store.tables.transaction.values()) {
      const isYoung = (this.known.get(`${site.code} ${transaction.id}`) ?? 0) > quietSinceMs;
      this.expect(
        transaction.decision !== null || isYoung,
        'decided, and no seat prepared, within ten seconds',
        () => `${textOf(transaction)} at ${site.code}`,
      );
    }
    this.checkSeats(site);
  }

  /** When all are back and have talked: every commit is known at everybody who takes part in it. */
  checkDelivered(): void {
    for (const [id, { decision }] of this.decisions) {
      if (decision === 'abort') continue;
      for (const site of this.simulation.sites) {
        const row = site.store.read('transaction', id)?.transaction;
        const alone = this.simulation.sites.some(({ code, store }) => {
          const its = store.read('transaction', id)?.transaction;
          return its?.coordinator === code && its.manifest?.participants.every((one) => one === code);
        });
        this.expect(
          alone || row?.decision === 'commit',
          'every commit is delivered',
          () => `${id} to ${site.code}`,
        );
      }
    }
    for (const site of this.simulation.sites)
      this.expect(
        site.store.tables.look.size === 0,
        'nothing is left to do',
        () => `${site.code}: ${[...site.store.tables.look.keys()]}`,
      );
  }
}

function textOf(row: Row): string {
  const accepted = row.accepted ? `${row.accepted.ballot}:${row.accepted.value}` : 'none';
  return (
    `${row.id} K=${row.coordinator} coordinator=${row.coordinatorState} participant=${row.participantState} ` +
    `promised=${row.promised} accepted=${accepted} decision=${row.decision} acknowledged=${row.acknowledged}`
  );
}
