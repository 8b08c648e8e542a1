import type { AirlineCode } from '../../domain/airline-code';
import { isLostBetweenT3AndT4 } from './crash-table';
import type { Aim, FaultPlan } from './fault-plan';
import { forgeMessage } from './forgeries';
import type { Incarnation } from './incarnation';
import { eventThatMade } from './observed-step';
import type { CommitFate } from './simulated-tx';
import type { Simulation } from './simulation';
import type { Site } from './site';
import type { Write } from './store';

type Stored = NonNullable<Write<'transaction'>['after']>['transaction'];

/** Decides what goes wrong with each message and each COMMIT, and kills, freezes, cuts and loses in between. */
export class Faults {
  private readonly cuts = new Set<string>();
  private readonly aims: Aim[];

  constructor(
    private readonly simulation: Simulation,
    readonly plan: FaultPlan,
  ) {
    this.aims = plan.aims.map((aim) => ({ ...aim }));
  }

  /** Delays of the copies of a request that arrive; none when it is lost. */
  requestDelays(from: AirlineCode, to: AirlineCode): number[] {
    const { plan } = this;
    const { random, isCalm } = this.simulation;
    if (isCalm) return [random.between(0.5, 20)];
    const copies = random.chance(plan.duplicate) ? 2 + random.index(2) : 1;
    const isLost = this.isCut(from, to) || random.chance(plan.drop);
    const delays = isLost ? [] : Array.from({ length: copies }, () => this.delayMs());
    // What seemed lost comes when others have begun to resolve.
    if (isLost && random.chance(0.2)) delays.push(random.between(4_000, 9_000));
    if (random.chance(plan.veryLate)) delays.push(random.between(20_000, 600_000));
    return delays;
  }

  /** Null: the answer is lost, or garbled, which is the same. */
  answerDelay(): number | null {
    const { random, isCalm } = this.simulation;
    if (isCalm) return random.between(0.5, 20);
    return random.chance(this.plan.answerLost) ? null : this.delayMs();
  }

  isCut(from: AirlineCode, to: AirlineCode): boolean {
    return this.cuts.has(`${from}→${to}`);
  }

  /** What becomes of a COMMIT that would change this. */
  commitFate(owner: Incarnation, writes: readonly Write[]): CommitFate {
    const { random, isCalm } = this.simulation;
    const { plan } = this;
    const delayMs = random.between(0.2, 3);
    if (isCalm) return { delayMs, isStored: true };
    const aimed = this.aimedFate(owner, writes);
    if (aimed) return { delayMs, isStored: true, ...aimed };
    if (random.chance(plan.commitCrash)) {
      const strike = () => this.crash(owner);
      return { delayMs, isStored: true, [random.pick(['beforehand', 'afterwards'] as const)]: strike };
    }
    if (random.chance(plan.commitError)) return this.brokenCommit();
    if (random.chance(plan.commitFreeze))
      return { delayMs, isStored: true, afterwards: () => this.freeze(owner) };
    return { delayMs: random.chance(plan.slowCommit) ? random.between(20, 2_500) : delayMs, isStored: true };
  }

  /** How long one row is read for. */
  readMs(): number {
    const { random, isCalm } = this.simulation;
    return !isCalm && random.chance(this.plan.slowCommit)
      ? random.between(20, 1_000)
      : random.between(0.1, 1);
  }

  /** An error at COMMIT says nothing: it is stored, it is not, or it will be a moment later. */
  private brokenCommit(): CommitFate {
    const { random } = this.simulation;
    const error = new Error('connection lost at COMMIT');
    const delayMs = random.between(0.2, 400);
    const errorAfterMs = random.chance(0.5) ? random.between(0.1, 3) : undefined;
    return { delayMs, isStored: random.chance(0.5), error, errorAfterMs };
  }

  /** Begins the faults that come by themselves, and ends them when the plan says so. */
  start(): void {
    const { plan } = this;
    this.often(plan.killsPerSecond, () => this.atAnyProcess((owner) => this.crash(owner)));
    this.often(plan.freezesPerSecond, () => this.atAnyProcess((owner) => this.freeze(owner)));
    this.often(plan.cutsPerSecond, () => this.cutSomeLink());
    this.often(plan.outagesPerSecond, () => this.stopSomeDatabase());
    this.often(plan.clockJumpsPerSecond, () => this.setSomeClock());
    this.often(plan.liesPerSecond, () => forgeMessage(this.simulation));
  }

  /** All links, clocks, databases and processes are well again; who is lost stays lost. */
  end(): void {
    this.cuts.clear();
    for (const site of this.simulation.sites) {
      site.store.isDown = false;
      site.skewMs = 0;
      for (const owner of site.engines.keys()) owner.thaw();
      if (!site.isUp) site.start();
    }
  }

  /** Ends this process, or all of its airline's, and starts them again after a while. */
  crash(owner: Incarnation): void {
    const { random, agenda, isCalm } = this.simulation;
    const { site } = owner;
    if (isCalm) return;
    if (random.chance(0.5)) site.killAll();
    else site.kill(owner);
    const lives = this.plan.storm ? 4 : 1;
    let downMs = 0;
    for (let life = 0; life < lives; life++) {
      downMs += random.pick([5, 200, 1_500, 6_000]) * random.next();
      agenda.after(downMs, () => {
        if (this.simulation.isCalm) return;
        if (life > 0) site.killAll();
        if (site.engines.size < 2) site.start();
      });
    }
  }

  private freeze(owner: Incarnation): void {
    if (!this.simulation.isCalm) owner.freeze(this.simulation.random.between(50, 9_000));
  }

  /** Ends an airline for ever, as far as too many are not lost already. */
  private lose(site: Site): void {
    const { simulation } = this;
    const lost = simulation.sites.filter(({ isLost }) => isLost).length;
    if (site.isLost || lost >= simulation.mayLose) return;
    simulation.chronicle.note(site.code, 'is lost for ever');
    site.isLost = true;
    site.killAll();
  }

  private aimedFate(owner: Incarnation, writes: readonly Write[]): Partial<CommitFate> | null {
    if (this.aims.length === 0) return null;
    const row = writes.find((write): write is Write<'transaction'> => write.table === 'transaction')?.after
      ?.transaction;
    const kind = row && eventThatMade(row);
    const aim = this.aims.find(
      ({ at }) => at.kind === kind && at.when?.(this.simulation, owner.site, row as Stored) !== false,
    );
    if (!row || !aim || aim.skip-- > 0) return null;
    this.aims.splice(this.aims.indexOf(aim), 1);
    const strike = () => this.strike(aim, owner, row);
    // A COMMIT that hangs keeps its locks, while whoever reads without one still sees the old row.
    if (aim.fate === 'is paused' && aim.at.moment === 'before')
      return { delayMs: this.hang(owner.site), beforehand: strike };
    return aim.at.moment === 'before' ? { beforehand: strike } : { afterwards: strike };
  }

  private strike(aim: Aim, owner: Incarnation, row: Stored): void {
    const { simulation } = this;
    const site = aim.at.victim === 'self' ? owner.site : simulation.site(row.coordinator);
    const victim = aim.at.victim === 'self' ? owner : [...site.engines.keys()][0];
    if (!victim || simulation.isCalm) return;
    if (aim.fate === 'is paused' && aim.at.moment === 'after') this.pauseUntilPromise(victim, row);
    if (aim.fate === 'lost for ever') this.lose(site);
    if (aim.fate === 'comes back') this.crash(victim);
    if (aim.fate !== 'lost for ever' || site.isLost)
      simulation.coverage.count(`crash: ${aim.at.row}, ${aim.fate}`);
    if (!aim.takesAnother) return;
    for (const other of simulation.sites) if (other.code !== row.coordinator) this.lose(other);
    if (isLostBetweenT3AndT4(simulation, row))
      simulation.coverage.count('crash: all others lost between T3 and T4');
  }

  /** So long hangs a COMMIT, and as a rule another process of the airline comes meanwhile. */
  private hang(site: Site): number {
    const { random } = this.simulation;
    if (site.engines.size < 2 && random.chance(0.8)) site.start();
    return random.between(3_000, 8_000);
  }

  /** Freezes a process until another of its airline has promised a ballot: then it goes on as if nothing had been. */
  private pauseUntilPromise(owner: Incarnation, { id }: Stored): void {
    const { agenda, random } = this.simulation;
    const { site } = owner;
    const promised = () => site.store.read('transaction', id)?.transaction.promised ?? 0;
    const before = promised();
    owner.freeze(random.between(6_000, 9_000));
    if (site.engines.size < 2 && random.chance(0.8)) site.start();
    const look = () => {
      if (promised() > before) owner.thaw();
      else if (owner.isFrozen) agenda.after(10, look);
    };
    if (random.chance(0.7)) look();
  }

  private delayMs(): number {
    const { random } = this.simulation;
    const { plan } = this;
    return random.chance(plan.slow) ? random.between(500, 20_000) : random.between(0.5, plan.latencyMs);
  }

  private often(perSecond: number, act: () => void): void {
    if (perSecond === 0) return;
    const { simulation } = this;
    const next = () =>
      simulation.agenda.after((-Math.log(1 - simulation.random.next()) * 1_000) / perSecond, () => {
        if (simulation.isCalm) return;
        act();
        next();
      });
    next();
  }

  private atAnyProcess(act: (owner: Incarnation) => void): void {
    const process = this.simulation.random.pick(this.simulation.sites).anyProcess();
    if (process) act(process.owner);
  }

  /** One direction or both, or everything of one airline; for a moment or long. */
  private cutSomeLink(): void {
    const { random, agenda, members, chronicle } = this.simulation;
    const from = random.pick(members);
    const others = members.filter((code) => code !== from);
    const targets = random.chance(0.3) ? others : [random.pick(others)];
    const links = targets.flatMap((to) =>
      random.chance(0.5) ? [`${from}→${to}`, `${to}→${from}`] : [`${from}→${to}`],
    );
    chronicle.note('network', 'cuts', () => links.join(' '));
    for (const link of links) this.cuts.add(link);
    agenda.after(random.between(50, 5_000), () => {
      for (const link of links) this.cuts.delete(link);
    });
  }

  private stopSomeDatabase(): void {
    const { random, agenda, sites, chronicle } = this.simulation;
    const { store, code } = random.pick(sites);
    chronicle.note(code, 'has no database');
    store.isDown = true;
    agenda.after(random.between(50, 3_000), () => {
      store.isDown = false;
    });
  }

  private setSomeClock(): void {
    const { random, sites, chronicle } = this.simulation;
    const site = random.pick(sites);
    site.skewMs += random.between(-1, 1) * random.pick([500, 5_000, 3_600_000]);
    chronicle.note(site.code, 'sets its clock', () => `off by ${Math.round(site.skewMs)} ms`);
  }
}
