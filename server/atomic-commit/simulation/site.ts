import type { AirlineCode } from '../../domain/airline-code';
import type { Engine } from '../engine';
import { Incarnation } from './incarnation';
import { callsOf } from './network';
import { watchDueRows } from './resolver-job';
import { seatWork } from './seats';
import { simulatedLog } from './simulated-log';
import type { Simulation } from './simulation';
import { Store } from './store';
import { sweepHolds } from './sweeper-job';

const epochMs = Date.UTC(2026, 11, 1, 12);

/** A process and the engine that runs in it. */
export type Running = { owner: Incarnation; engine: Engine };

/** One airline: its disk, its clock, and the processes that run on it now, as a rule one. */
export class Site {
  readonly store = new Store();
  readonly engines = new Map<Incarnation, Engine>();
  /** How far its clock is off. */
  skewMs = 0;
  /** Gone, as far as anybody knows for ever. */
  isLost = false;
  private started = 0;

  constructor(
    readonly simulation: Simulation,
    readonly code: AirlineCode,
  ) {}

  get isUp(): boolean {
    return this.engines.size > 0;
  }

  now(): Date {
    return new Date(epochMs + this.simulation.agenda.nowMs + this.skewMs);
  }

  start(): void {
    if (this.isLost) return;
    const owner = new Incarnation(this, `${this.code}#${++this.started}`);
    const engine = engineOf(owner);
    this.engines.set(owner, engine);
    this.simulation.chronicle.note(owner.name, 'starts');
    watchDueRows(owner, engine);
    sweepHolds(owner);
  }

  /** Any of the running processes, as a load balancer would choose: it may notice which one is frozen. */
  anyProcess(): Running | null {
    if (!this.isUp) return null;
    const { random } = this.simulation;
    const responding = [...this.engines].filter(([owner]) => !owner.isFrozen);
    const isNoticed = responding.length > 0 && random.chance(0.7);
    const [owner, engine] = random.pick(isNoticed ? responding : [...this.engines]);
    return { owner, engine };
  }

  kill(owner: Incarnation): void {
    if (!this.engines.delete(owner)) return;
    this.simulation.chronicle.note(owner.name, 'is killed');
    owner.kill();
  }

  killAll(): void {
    for (const owner of [...this.engines.keys()]) this.kill(owner);
  }
}

/** The production engine with a simulated world around it. */
function engineOf(owner: Incarnation): Engine {
  const { site } = owner;
  const { random, chronicle, members } = site.simulation;
  return {
    airline: {
      code: site.code,
      peers: {
        codes: members.filter((code) => code !== site.code),
        statusOf: () => ({ state: 'live', lastHeardAt: null }),
        call: callsOf(owner),
      },
      clock: { now: () => site.now() },
      ids: { uuid: () => random.uuid(), randomIndex: (bound) => random.index(bound) },
      log: (_level, message, fields) =>
        chronicle.note(owner.name, `logs "${message}"`, () => describe(fields)),
      stopping: owner.stopping.signal,
    },
    work: seatWork(owner),
    transactionLog: simulatedLog(owner),
    pause: (ms) => owner.promise((resolve) => owner.after(ms, () => resolve())),
  };
}

function describe(fields: Record<string, unknown> | undefined): string {
  return JSON.stringify(fields ?? {}, (_name, value) => (value instanceof Error ? String(value) : value));
}
